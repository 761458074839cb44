package downbeat.classes.rig.domain;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.rig.domain.Checklist.Facts;
import downbeat.classes.rig.domain.Checklist.Happening;
import downbeat.classes.rig.domain.Checklist.Line;
import downbeat.classes.rig.domain.Checklist.State;
import downbeat.classes.rig.domain.Checklist.Step;
import downbeat.classes.rig.figures.Figures;
import downbeat.classes.rig.figures.PopTrip;
import downbeat.classes.stage.Readings;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecklistTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Set<PopId> BERLIN = Set.of(Readings.BERLIN);

    private static Optional<RecordedVerdict> verdict(Figures figures, Instant at) {
        return Optional.of(new RecordedVerdict(1, figures, RigRules.judge(figures), at));
    }

    private static Facts checked(Figures figures, Instant at) {
        return new Facts(verdict(figures, at), BERLIN, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Line line(Facts facts, Step step) {
        return Checklist.of(facts, NOW).stream()
                .filter(line -> line.step() == step)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void at_first_everything_is_open_but_what_a_class_needs_not() {
        var nothing = new Facts(Optional.empty(), BERLIN, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(Checklist.of(nothing, NOW)).extracting(Line::step).containsExactly(Step.values());
        assertThat(Checklist.of(nothing, NOW))
                .extracting(Line::state)
                .containsExactly(State.OPEN, State.OPEN, State.OPEN, State.OPEN, State.OPTIONAL);
        assertThat(line(nothing, Step.POP_UP).sentence())
                .isEqualTo("No pop-up is the room of a class of yours; an organizer links one.");
        assertThat(line(nothing, Step.RIG).sentence()).isEqualTo("The rig was never checked.");
    }

    @Test
    void a_pop_is_near_when_it_serves_and_was_measured_within_fifty_milliseconds() {
        assertThat(line(checked(Readings.good(), NOW), Step.POP))
                .isEqualTo(new Line(Step.POP, State.DONE, "The PoP berlin is 12 ms away.", Optional.of(NOW)));
        var far = Readings.with(new PopTrip(Readings.BERLIN, 50.1, 1));
        assertThat(line(checked(far, NOW), Step.POP).sentence()).startsWith("The nearest PoP, berlin, is 50 ms away");
        assertThat(line(checked(far, NOW), Step.POP).state()).isEqualTo(State.OPEN);
        var gone = new Facts(
                verdict(Readings.good(), NOW),
                Set.of(new PopId("lisbon")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(line(gone, Step.POP).state()).as("it serves nobody now").isEqualTo(State.OPEN);
    }

    @Test
    void the_newest_verdict_counts_for_seven_days() {
        assertThat(line(checked(Readings.good(), NOW.minus(Checklist.FRESH)), Step.RIG)
                        .state())
                .isEqualTo(State.DONE);
        var old = checked(Readings.good(), NOW.minus(Checklist.FRESH).minusMillis(1));
        assertThat(line(old, Step.RIG).sentence()).isEqualTo("The last check of the rig is older than 7 days.");
        assertThat(line(old, Step.RIG).state()).isEqualTo(State.OPEN);
        assertThat(line(old, Step.POP).state()).isEqualTo(State.OPEN);
    }

    @Test
    void usable_will_do_and_not_ready_will_not() {
        var usable = Readings.with(Readings.bluetooth(downbeat.classes.rig.figures.AudioDelay.How.MEASURED, 200));
        assertThat(line(checked(usable, NOW), Step.RIG).sentence()).isEqualTo("The rig is usable.");
        assertThat(line(checked(usable, NOW), Step.RIG).state()).isEqualTo(State.DONE);
        assertThat(line(checked(Readings.none(), NOW), Step.RIG).state()).isEqualTo(State.OPEN);
    }

    @Test
    void a_class_that_was_held_is_the_test_and_one_that_is_announced_is_the_class() {
        var held = new Happening("Dress rehearsal", NOW.minus(Duration.ofDays(90)));
        var next = new Happening("Evening ride", NOW.plus(Duration.ofDays(1)));
        var facts = new Facts(Optional.empty(), BERLIN, Optional.of(held), Optional.of(next), Optional.empty());
        assertThat(line(facts, Step.TEST))
                .isEqualTo(new Line(
                        Step.TEST,
                        State.DONE,
                        "“Dress rehearsal” was held from the first cue to the report.",
                        Optional.of(held.at())));
        assertThat(line(facts, Step.CLASS))
                .isEqualTo(new Line(Step.CLASS, State.DONE, "“Evening ride” is announced.", Optional.of(next.at())));
    }

    @Test
    void a_pop_up_that_is_the_room_of_a_class_is_named() {
        var room = new Happening("Ride at the pool", NOW.plus(Duration.ofDays(1)));
        var facts = new Facts(Optional.empty(), BERLIN, Optional.empty(), Optional.empty(), Optional.of(room));
        assertThat(line(facts, Step.POP_UP))
                .isEqualTo(new Line(
                        Step.POP_UP,
                        State.DONE,
                        "“Ride at the pool” is the room of a class of yours.",
                        Optional.of(room.at())));
    }
}
