package downbeat.popups.view;

import static downbeat.popups.domain.Fixtures.BEFORE;
import static downbeat.popups.domain.Fixtures.END;
import static downbeat.popups.domain.Fixtures.ORGANIZER;
import static downbeat.popups.domain.Fixtures.START;
import static downbeat.popups.domain.Fixtures.details;
import static downbeat.popups.domain.Fixtures.standard;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.entity.Recorded;
import downbeat.kernel.AccountId;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpEvent.PopUpCancelled;
import downbeat.popups.domain.PopUpEvent.PopUpDrafted;
import downbeat.popups.domain.PopUpEvent.PopUpEdited;
import downbeat.popups.domain.PopUpEvent.PopUpMoved;
import downbeat.popups.domain.PopUpEvent.PopUpPublished;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.stage.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PopUpCalendarTest {
    private static final PopUpId POOL = new PopUpId("pool");
    private static final PopUpId PARK = new PopUpId("park");
    private static final PopUpId YARD = new PopUpId("yard");
    private static final TimeWindow EVENING = new TimeWindow(START, END);
    private static final TimeWindow NEXT_DAY =
            new TimeWindow(START.plus(Duration.ofDays(1)), END.plus(Duration.ofDays(1)));
    private static final Instant LATER = BEFORE.plusSeconds(60);

    private final PopUpCalendarProjection projection = new PopUpCalendarProjection();

    @Test
    void the_calendar_follows_the_facts_on_h2() throws Exception {
        Tables.onH2("pop-up-calendar", this::follows);
    }

    @Test
    void the_calendar_follows_the_facts_on_postgresql() throws Exception {
        Tables.onPostgresql(this::follows);
    }

    private void follows(Jdbi database) {
        var calendar = new PopUpCalendar(database);
        var plan = details(3, standard(3));
        List.of(POOL, PARK, YARD).forEach(id -> hear(database, id, new PopUpDrafted(ORGANIZER, plan, EVENING, BEFORE)));
        hear(database, YARD, new PopUpCancelled("Never mind", 1, BEFORE));
        assertThat(all(calendar, BEFORE)).as("drafts, also those given up").isEmpty();
        assertThat(calendar.find(POOL)).isEmpty();

        hear(database, POOL, new PopUpPublished(BEFORE));
        hear(database, PARK, new PopUpPublished(BEFORE));
        assertThat(all(calendar, BEFORE)).containsExactly(PARK, POOL);
        assertThat(calendar.ofOrganizer(new AccountId("nobody"), BEFORE, 10)).isEmpty();
        assertThat(calendar.ofOrganizer(ORGANIZER, BEFORE, 1))
                .extracting(CalendarRow::id)
                .containsExactly(PARK);

        var here = Cell.of(plan.place().point(), PopUpCalendar.RESOLUTION);
        assertThat(here.neighbourhood()).hasSize(7).contains(here);
        assertThat(calendar.within(here.neighbourhood(), BEFORE, 10))
                .extracting(CalendarRow::id)
                .containsExactly(PARK, POOL);
        var elsewhere = Cell.of(new GeoPoint(-33.9, 18.4), PopUpCalendar.RESOLUTION);
        assertThat(calendar.within(elsewhere.neighbourhood(), BEFORE, 10)).isEmpty();

        hear(database, PARK, new PopUpEdited(plan, NEXT_DAY, LATER));
        hear(database, PARK, new PopUpMoved(plan.place(), plan.place(), EVENING, NEXT_DAY, 1, LATER));
        var moved = calendar.find(PARK).orElseThrow();
        assertThat(moved.movedFrom()).contains(EVENING.start());
        assertThat(moved.changedAt()).isEqualTo(LATER);
        assertThat(moved.start()).isEqualTo(NEXT_DAY.start());
        hear(database, PARK, new PopUpMoved(plan.place(), plan.place(), NEXT_DAY, NEXT_DAY, 2, LATER));
        assertThat(calendar.find(PARK).orElseThrow().movedFrom())
                .as("another place is no other time")
                .contains(EVENING.start());

        hear(database, POOL, new PopUpCancelled("Storm", 1, LATER));
        assertThat(all(calendar, END)).as("what is over comes last").containsExactly(PARK, POOL);
        assertThat(all(calendar, END.plus(PopUpCalendar.KEPT))).containsExactly(PARK);
        assertThat(all(calendar, NEXT_DAY.end().plus(PopUpCalendar.KEPT))).isEmpty();
    }

    @Test
    void a_cancelled_one_stays_for_thirty_days_even_if_it_was_to_be_sooner() throws Exception {
        Tables.onH2("pop-up-calendar-kept", database -> {
            var plan = details(3, standard(3));
            hear(database, POOL, new PopUpDrafted(ORGANIZER, plan, EVENING, BEFORE));
            hear(database, POOL, new PopUpPublished(BEFORE));
            var late = END.minusSeconds(1).plus(Duration.ofDays(1));
            hear(database, POOL, new PopUpCancelled("Storm", 1, late));
            var calendar = new PopUpCalendar(database);
            assertThat(all(calendar, END.plus(PopUpCalendar.KEPT))).containsExactly(POOL);
            assertThat(all(calendar, late.plus(PopUpCalendar.KEPT))).isEmpty();
        });
    }

    private static List<PopUpId> all(PopUpCalendar calendar, Instant now) {
        return calendar.ofOrganizer(ORGANIZER, now, PopUpCalendar.MOST).stream()
                .map(CalendarRow::id)
                .toList();
    }

    /** Twice: what comes again is harmless. */
    private void hear(Jdbi database, PopUpId id, PopUpEvent event) {
        var fact = new Recorded<PopUpEvent>(id.value(), 1, BEFORE, event);
        database.useTransaction(db -> {
            projection.apply(db, fact);
            projection.apply(db, fact);
        });
    }
}
