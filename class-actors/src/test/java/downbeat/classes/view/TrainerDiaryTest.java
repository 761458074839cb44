package downbeat.classes.view;

import static downbeat.classes.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.Booking;
import downbeat.classes.domain.Fixtures;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.stage.Tables;
import downbeat.classes.view.TrainerDiary.Entry;
import downbeat.cluster.entity.Recorded;
import downbeat.kernel.AccountId;
import downbeat.kernel.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What was held last and what comes next. */
class TrainerDiaryTest {
    private static final AccountId OTHER = new AccountId("a-other");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void the_last_class_with_people_in_it_was_held_on_h2() throws Exception {
        Tables.onH2("diary-held", TrainerDiaryTest::held);
    }

    @Test
    void the_last_class_with_people_in_it_was_held_on_postgresql() throws Exception {
        Tables.onPostgresql(TrainerDiaryTest::held);
    }

    @Test
    void the_class_that_starts_first_is_the_next_on_h2() throws Exception {
        Tables.onH2("diary-next", TrainerDiaryTest::next);
    }

    @Test
    void the_class_that_starts_first_is_the_next_on_postgresql() throws Exception {
        Tables.onPostgresql(TrainerDiaryTest::next);
    }

    private static void held(Jdbi database) {
        var diary = new TrainerDiary(database);
        assertThat(diary.lastHeld(TRAINER)).isEmpty();
        drafted(database, "empty", TRAINER, START);
        finished(database, "empty", START.plus(HOUR), false);
        assertThat(diary.lastHeld(TRAINER)).as("nobody came").isEmpty();
        drafted(database, "first", TRAINER, START);
        finished(database, "first", START.plus(HOUR), true);
        drafted(database, "second", TRAINER, START);
        finished(database, "second", START.plus(HOUR).plusMillis(1), true);
        drafted(database, "foreign", OTHER, START);
        finished(database, "foreign", START.plus(HOUR.multipliedBy(2)), true);
        assertThat(diary.lastHeld(TRAINER))
                .contains(new Entry("Evening ride", START.plus(HOUR).plusMillis(1)));
        assertThat(diary.lastHeld(new AccountId("a-nobody"))).isEmpty();
    }

    private static void next(Jdbi database) {
        var diary = new TrainerDiary(database);
        drafted(database, "draft", TRAINER, START);
        assertThat(diary.next(TRAINER, BEFORE)).as("a draft is not announced").isEmpty();
        for (var scheduled : List.of("later", "sooner", "foreign")) {
            var start = START.plus(scheduled.equals("sooner") ? HOUR : HOUR.multipliedBy(3));
            drafted(database, scheduled, scheduled.equals("foreign") ? OTHER : TRAINER, start);
            hear(database, scheduled, new LiveClassEvent.ClassScheduled(BEFORE));
        }
        assertThat(diary.next(TRAINER, BEFORE)).contains(new Entry("Evening ride", START.plus(HOUR)));
        hear(database, "sooner", new LiveClassEvent.LobbyOpened(START));
        hear(database, "sooner", new LiveClassEvent.ClassBegun(START));
        assertThat(diary.next(TRAINER, START.plus(HOUR)).map(Entry::at))
                .as("it runs")
                .contains(START.plus(HOUR));
        assertThat(diary.next(TRAINER, START.plus(HOUR.multipliedBy(2))).map(Entry::at))
                .as("it should be over")
                .contains(START.plus(HOUR.multipliedBy(3)));
        hear(database, "later", new LiveClassEvent.ClassCancelled("ill", START));
        assertThat(diary.next(TRAINER, START.plus(HOUR.multipliedBy(2)))).isEmpty();
    }

    private static void drafted(Jdbi database, String id, AccountId trainer, Instant start) {
        var window = new TimeWindow(start, start.plus(HOUR));
        hear(database, id, new LiveClassEvent.ClassDrafted(trainer, Fixtures.details(9, 9), window, BEFORE));
    }

    private static void finished(Jdbi database, String id, Instant at, boolean joined) {
        var outcome = new MemberOutcome(ANNA, joined, joined ? HOUR : Duration.ZERO, joined ? 1 : 0, 0);
        var attendance = new Attendance(new Booking(ANNA, PlaceKind.ONLINE, false), outcome);
        hear(database, id, new LiveClassEvent.ClassFinished(List.of(attendance), Fixtures.report(), at));
    }

    private static void hear(Jdbi database, String id, LiveClassEvent event) {
        var fact = new Recorded<>(id, 1, event.at(), event);
        database.useTransaction(db ->
                Stream.of(new ClassBoardProjection(), new OutcomeProjection()).forEach(view -> view.apply(db, fact)));
    }
}
