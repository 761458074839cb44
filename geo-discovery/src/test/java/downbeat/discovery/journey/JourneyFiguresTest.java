package downbeat.discovery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.AccountId;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is counted of ways that are written down here by hand. */
class JourneyFiguresTest {
    private static final AccountId TRAINER = new AccountId("trainer-1");
    private static final AccountId ORGANIZER = new AccountId("organizer-1");
    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");
    private static final Period PERIOD = Period.weeks(13, NOW);
    private static final Instant FRIDAY = Instant.parse("2026-04-03T17:00:00Z");
    private static final Cell SQUARE = Cell.of(new GeoPoint(52.52, 13.405), Step.RESOLUTION);

    private static Step tried(String source, Instant at) {
        return new Step(What.TRIED, source, TRAINER.value(), Optional.empty(), at);
    }

    private static Step popUp(What what, String source, Instant at) {
        return new Step(what, source, ORGANIZER.value(), Optional.of(SQUARE), at);
    }

    private static Walk walk(Step... steps) {
        return new Walk(Members.open().findFirst().orElseThrow(), List.of(steps));
    }

    private static TrainerFigures trainer(Walk... walks) {
        var counting = new TrainerFigures.Counting(TRAINER, PERIOD, NOW);
        List.of(walks).forEach(counting::add);
        return counting.figures();
    }

    private static OrganizerFigures organizer(Walk... walks) {
        var counting = new OrganizerFigures.Counting(ORGANIZER, PERIOD, NOW);
        List.of(walks).forEach(counting::add);
        return counting.figures();
    }

    private static Instant days(long days) {
        return FRIDAY.plus(Duration.ofDays(days));
    }

    @Test
    void a_visit_nine_days_after_a_class_online_is_credited_by_the_wide_window_and_not_by_the_narrow_one() {
        var walk = walk(tried("c1", FRIDAY), popUp(What.BOOKED, "p1", days(5)), popUp(What.CHECKED_IN, "p1", days(9)));
        assertThat(trainer(walk).week()).isEqualTo(new Share(0, 1));
        assertThat(trainer(walk).fourWeeks()).isEqualTo(new Share(1, 1));
        assertThat(organizer(walk).week()).isEqualTo(new Share(0, 1));
        assertThat(organizer(walk).fourWeeks()).isEqualTo(new Share(1, 1));
        assertThat(trainer(walk).lift().verdict())
                .as("what was credited is another number than what was changed")
                .isEqualTo(Lift.Verdict.TOO_FEW);
    }

    @Test
    void the_windows_end_to_the_millisecond() {
        for (var window : List.of(Walk.WEEK, Walk.FOUR_WEEKS)) {
            var last = walk(tried("c1", FRIDAY), popUp(What.CHECKED_IN, "p1", FRIDAY.plus(window)));
            var late = walk(
                    tried("c1", FRIDAY),
                    popUp(What.CHECKED_IN, "p1", FRIDAY.plus(window).plusMillis(1)));
            boolean narrow = window.equals(Walk.WEEK);
            assertThat((narrow ? organizer(last).week() : organizer(last).fourWeeks()).people())
                    .isOne();
            assertThat((narrow ? organizer(late).week() : organizer(late).fourWeeks()).people())
                    .isZero();
        }
    }

    @Test
    void the_latest_class_before_a_visit_is_what_it_is_credited_to() {
        var walk = walk(tried("c1", FRIDAY), tried("c2", days(20)), popUp(What.CHECKED_IN, "p1", days(24)));
        assertThat(organizer(walk).week()).isEqualTo(new Share(1, 1));
    }

    @Test
    void a_class_after_the_visit_led_nobody_there() {
        assertThat(organizer(walk(popUp(What.CHECKED_IN, "p1", FRIDAY), tried("c1", days(1))))
                        .fourWeeks())
                .isEqualTo(new Share(0, 1));
    }

    @Test
    void the_funnel_is_of_those_whose_four_weeks_are_over() {
        var recent = Instant.parse("2026-06-10T17:00:00Z");
        var figures = trainer(
                walk(
                        tried("c1", FRIDAY),
                        popUp(What.SHOWN, "p1", days(1)),
                        popUp(What.BOOKED, "p1", days(2)),
                        popUp(What.CHECKED_IN, "p1", days(3)),
                        new Step(What.TOOK_PART, "c9", "trainer-2", Optional.empty(), days(10)),
                        new Step(What.JOINED, "m", "", Optional.empty(), days(11))),
                walk(tried("c1", FRIDAY), popUp(What.CHECKED_IN, "p1", days(29))),
                walk(tried("c2", recent), popUp(What.CHECKED_IN, "p2", recent.plus(Duration.ofDays(1)))));
        assertThat(figures.tried()).isEqualTo(3);
        assertThat(figures.open()).isOne();
        assertThat(figures.shown()).isEqualTo(new Share(1, 2));
        assertThat(figures.booked()).isEqualTo(new Share(1, 2));
        assertThat(figures.came()).isEqualTo(new Share(1, 2));
        assertThat(figures.again()).isEqualTo(new Share(1, 1));
        assertThat(figures.joined()).isEqualTo(new Share(1, 2));
    }

    @Test
    void the_same_pop_up_once_more_is_not_coming_again_and_neither_is_the_fifteenth_day() {
        var visit = popUp(What.CHECKED_IN, "p1", days(3));
        assertThat(organizer(walk(visit, popUp(What.CHECKED_IN, "p2", days(17))))
                        .again())
                .isEqualTo(new Share(1, 2));
        assertThat(organizer(walk(visit, popUp(What.CHECKED_IN, "p2", days(18))))
                        .again())
                .isEqualTo(new Share(0, 2));
    }

    @Test
    void what_was_shown_after_the_booking_has_not_led_to_it() {
        var before = walk(
                popUp(What.SHOWN, "p1", days(1)),
                popUp(What.BOOKED, "p1", days(2)),
                popUp(What.CHECKED_IN, "p1", days(3)));
        var after = walk(
                popUp(What.BOOKED, "p1", days(1)),
                popUp(What.SHOWN, "p1", days(2)),
                popUp(What.CHECKED_IN, "p1", days(3)));
        assertThat(organizer(before).discovered()).isEqualTo(new Share(1, 1));
        assertThat(organizer(after).discovered()).isEqualTo(new Share(0, 1));
    }

    @Test
    void other_peoples_classes_and_pop_ups_are_not_counted() {
        var walk = walk(
                new Step(What.TRIED, "c1", "trainer-2", Optional.empty(), FRIDAY),
                new Step(What.CHECKED_IN, "p1", "organizer-2", Optional.of(SQUARE), days(1)));
        assertThat(trainer(walk).tried()).isZero();
        assertThat(organizer(walk).fourWeeks()).isEqualTo(new Share(0, 0));
    }

    @Test
    void a_period_is_of_whole_weeks_that_are_over() {
        assertThat(Period.weeks(1, NOW))
                .isEqualTo(new Period(Instant.parse("2026-06-08T00:00:00Z"), Instant.parse("2026-06-15T00:00:00Z")));
        assertThat(Period.weeks(1, Instant.parse("2026-06-15T00:00:00Z")).until())
                .isEqualTo("2026-06-15T00:00:00Z");
    }

    @Test
    void whoever_was_shown_something_somewhere_counts_there_once_whether_they_came_or_not() {
        var walks = new ArrayList<Walk>();
        Members.open()
                .limit(30)
                .forEach(who -> walks.add(new Walk(
                        who,
                        List.of(
                                popUp(What.SHOWN, "p1", FRIDAY),
                                popUp(What.SHOWN, "p2", days(1)),
                                popUp(walks.size() < 12 ? What.CHECKED_IN : What.BOOKED, "p2", days(4))))));
        assertThat(organizer(walks.toArray(Walk[]::new)).neighbourhoods())
                .containsExactly(new Neighbourhood(Optional.of(SQUARE), new Share(12, 30), Optional.of(1.0)));
    }
}
