package downbeat.popups.series.domain;

import static downbeat.popups.domain.Fixtures.BEFORE;
import static downbeat.popups.domain.Fixtures.ORGANIZER;
import static downbeat.popups.domain.Fixtures.details;
import static downbeat.popups.domain.Fixtures.place;
import static downbeat.popups.domain.Fixtures.standard;
import static downbeat.popups.series.domain.SeriesFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.popups.domain.place.Timing;
import downbeat.popups.series.domain.SeriesCommand.*;
import downbeat.popups.series.domain.SeriesEvent.*;
import downbeat.popups.series.domain.SeriesRefusal.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesRulesTest {
    private static final SeriesPlan THREE = plan("FREQ=WEEKLY;COUNT=3");

    private static Series.Begun state(Series state) {
        return (Series.Begun) state;
    }

    private static SeriesDate date(Series state, String date) {
        return state(state).dates().stream()
                .filter(one -> one.date().equals(day(date)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_series_begins_with_its_pattern_as_the_first_and_makes_the_others() {
        var step = spec().when(begin(THREE)).replies(new SeriesReply.Underway(1));
        assertThat(step.events()).hasSize(2);
        assertThat(step.events().get(1))
                .isEqualTo(new RoundBegun(1, new Task.Make(), List.of(day("2026-12-08"), day("2026-12-15")), BEFORE));
        step.leaves(state -> {
            assertThat(date(state, "2026-12-01").popUp()).isEqualTo(FIRST);
            assertThat(date(state, "2026-12-01").made()).isTrue();
            assertThat(date(state, "2026-12-08").popUp()).isEqualTo(RIDES.popUp(day("2026-12-08")));
            assertThat(date(state, "2026-12-08").made()).isFalse();
        });
    }

    @Test
    void the_same_series_is_begun_once_and_another_under_its_name_is_refused() {
        begun(THREE).when(begin(THREE)).thenNothing().replies(new SeriesReply.Underway(1));
        begun(THREE).when(begin(plan("FREQ=DAILY;COUNT=3"))).refuses(new SeriesExists());
    }

    @Test
    void the_local_time_stays_the_same_when_the_clocks_change() {
        var winterAndSummer = plan("FREQ=MONTHLY;BYDAY=1TU;COUNT=6");
        begun(winterAndSummer)
                .when(begin(winterAndSummer))
                .leaves(state -> assertThat(state(state).dates())
                        .extracting(SeriesDate::start)
                        .contains(LocalDateTime.parse("2026-12-01T18:00"), LocalDateTime.parse("2027-05-04T18:00")));
        assertThat(TEMPLATE.at(LocalDateTime.parse("2027-05-04T18:00"))
                        .details()
                        .timing()
                        .start())
                .isEqualTo(LocalDateTime.parse("2027-05-04T18:00"));
    }

    @Test
    void a_night_whose_hour_is_missing_is_named_with_the_time_that_would_do_and_the_others_are_made() {
        var early = new Template(
                details(
                        "Night ride",
                        place("Stadtbad"),
                        new Timing(LocalDateTime.parse("2027-03-21T02:30"), Duration.ofHours(2), Duration.ZERO),
                        12,
                        standard(12)),
                List.of());
        var plan = new SeriesPlan(new Recurrence("FREQ=WEEKLY;COUNT=3"), day("2027-03-21"), List.of(), List.of());
        var step = spec().when(new Begin(RIDES, ORGANIZER, FIRST, early, plan));
        assertThat(step.events().get(1))
                .isEqualTo(new RoundBegun(1, new Task.Make(), List.of(day("2027-04-04")), BEFORE));
        step.leaves(state -> assertThat(date(state, "2027-03-28").trouble())
                .contains(new Trouble(
                        "start-does-not-exist",
                        "2027-03-28T02:30 does not exist there: the clocks go forward to 2027-03-28T03:00; begin at"
                                + " 2027-03-28T03:00, or leave it out.",
                        Optional.of(LocalDateTime.parse("2027-03-28T03:00")))));
        var moved = step.and()
                .when(new Note(1, fine(List.of(day("2027-04-04")))))
                .and()
                .when(new MoveDate(day("2027-03-28"), LocalDateTime.parse("2027-03-28T03:00")));
        assertThat(moved.events()).contains(new RoundBegun(2, new Task.Make(), List.of(day("2027-03-28")), BEFORE));
        moved.leaves(state -> assertThat(date(state, "2027-03-28").trouble()).isEmpty());
    }

    @Test
    void a_night_whose_hour_comes_twice_is_named_with_a_time_that_comes_once() {
        var twice = Trouble.with(
                LocalDateTime.parse("2027-10-31T02:30"), RIDE.place().zone(), BEFORE);
        assertThat(twice.orElseThrow().code()).isEqualTo("start-happens-twice");
        assertThat(twice.orElseThrow().instead()).contains(LocalDateTime.parse("2027-10-31T03:00"));
        assertThat(Trouble.with(
                        LocalDateTime.parse("2027-10-31T03:00"), RIDE.place().zone(), BEFORE))
                .isEmpty();
    }

    @Test
    void exceptions_are_left_out_or_moved_and_must_be_dates_of_the_rule() {
        var christmas = new SeriesPlan(
                new Recurrence("FREQ=WEEKLY;COUNT=5"),
                DAY_ONE,
                List.of(day("2026-12-22")),
                List.of(new MovedDate(day("2026-12-29"), LocalDateTime.parse("2026-12-30T19:00"))));
        begun(christmas).when(begin(christmas)).leaves(state -> {
            assertThat(state(state).dates()).hasSize(4);
            assertThat(date(state, "2026-12-29").start()).isEqualTo(LocalDateTime.parse("2026-12-30T19:00"));
        });
        var strange =
                new SeriesPlan(new Recurrence("FREQ=WEEKLY;COUNT=5"), DAY_ONE, List.of(day("2026-12-23")), List.of());
        spec().when(begin(strange)).refuses(new NotADateOfIt("leaveOut", day("2026-12-23")));
    }

    @Test
    void what_is_too_long_or_comes_to_nothing_is_not_begun() {
        spec().when(begin(plan("FREQ=DAILY;COUNT=501"))).refuses(new TooManyDates(500));
        spec().at(Instant.parse("2027-06-01T00:00:00Z")).when(begin(THREE)).refuses(new NoDates());
        spec().when(begin(plan("FREQ=DAILY;COUNT=1"))).refuses(new NoDates());
    }

    @Test
    void a_round_goes_through_what_is_made_and_still_to_come() {
        made(THREE)
                .at(Instant.parse("2026-12-09T00:00:00Z"))
                .when(new Run(new Task.Publish()))
                .then(new RoundBegun(
                        2, new Task.Publish(), List.of(day("2026-12-15")), Instant.parse("2026-12-09T00:00:00Z")))
                .replies(new SeriesReply.Underway(2));
        made(THREE)
                .at(Instant.parse("2027-01-01T00:00:00Z"))
                .when(new Run(new Task.Publish()))
                .refuses(new NothingToCome());
        var all = List.of(day("2026-12-01"), day("2026-12-08"), day("2026-12-15"));
        made(THREE)
                .when(new Run(new Task.Cancel("rain")))
                .and()
                .when(new Note(2, fine(all)))
                .and()
                .when(new Run(new Task.Publish()))
                .refuses(new NothingToCome());
    }

    @Test
    void one_round_is_over_before_another_begins_and_a_note_that_comes_again_changes_nothing() {
        begun(THREE).when(new Run(new Task.Publish())).refuses(new RoundIsOn(2));
        var note = new Note(1, fine(List.of(day("2026-12-08"))));
        var noted = begun(THREE)
                .when(note)
                .then(new DatesDone(1, note.results(), BEFORE))
                .and();
        noted.when(note).thenNothing().replies(new SeriesReply.Underway(1));
        noted.when(new Run(new Task.Publish())).refuses(new RoundIsOn(1));
        made(THREE).when(new Note(7, note.results())).thenNothing().replies(new SeriesReply.Underway(1));
    }

    @Test
    void a_date_that_failed_says_why_and_keeps_the_look_it_had() {
        var other = new Template(details(20, standard(20)), List.of());
        var sold = new Trouble("capacity-below-sold", "Twelve are sold.", Optional.empty());
        made(THREE)
                .when(new Run(new Task.Alike(other)))
                .and()
                .when(new Note(
                        2,
                        List.of(
                                new Result(day("2026-12-08"), Optional.of(sold)),
                                new Result(day("2026-12-01"), Optional.empty()),
                                new Result(day("2026-12-15"), Optional.empty()))))
                .leaves(state -> {
                    assertThat(date(state, "2026-12-08").trouble()).contains(sold);
                    assertThat(date(state, "2026-12-08").look()).isEqualTo(1);
                    assertThat(date(state, "2026-12-15").look()).isEqualTo(2);
                    assertThat(state(state).looks()).hasSize(2);
                })
                .and()
                .when(new Run(new Task.Alike(other)))
                .and()
                .when(new Note(3, fine(List.of(day("2026-12-01"), day("2026-12-08"), day("2026-12-15")))))
                .leaves(state -> assertThat(state(state).looks())
                        .as("forgotten when no date has it any more")
                        .containsExactly(new Look(3, other)));
    }

    @Test
    void only_a_date_without_a_pop_up_gets_another_start_from_the_series() {
        var some = made(THREE);
        var start = LocalDateTime.parse("2026-12-09T18:00");
        some.when(new MoveDate(day("2026-12-08"), start)).refuses(new DateIsMade(day("2026-12-08")));
        some.when(new MoveDate(day("2026-12-09"), start)).refuses(new NoSuchDate(day("2026-12-09")));
        spec().when(new Run(new Task.Publish())).refuses(new NoSuchSeries());
    }
}
