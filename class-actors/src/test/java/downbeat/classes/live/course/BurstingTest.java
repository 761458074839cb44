package downbeat.classes.live.course;

import static downbeat.classes.live.course.RunningClass.COACH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import downbeat.classes.live.bio.Metric;
import downbeat.classes.live.log.Burst;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Windows in which members show each other how they do. */
class BurstingTest {
    private final RunningClass it = new RunningClass(CuePlan.of(
            "Hard and easy",
            "",
            List.of(
                    segment(0, SegmentKind.INTERVAL_ON, 0, 60, 120, OptionalInt.of(95)),
                    segment(1, SegmentKind.STEADY, 60, 120, 60, OptionalInt.empty()),
                    segment(2, SegmentKind.STEADY, 120, 180, 100, OptionalInt.empty()),
                    segment(3, SegmentKind.INTERVAL_ON, 180, 210, 130, OptionalInt.empty())),
            List.of()));

    private static Segment segment(int index, SegmentKind kind, int from, int to, int power, OptionalInt cadence) {
        return new Segment(
                index,
                kind,
                Duration.ofSeconds(from),
                Duration.ofSeconds(to),
                Optional.of(new PowerRange(power, power)),
                cadence,
                "Part " + index);
    }

    private List<Burst> opened() {
        return it.issued.stream()
                .filter(cue -> cue.verb() == CueVerb.BURST && cue.state() != null)
                .map(cue -> cue.state().extras().burst())
                .distinct()
                .toList();
    }

    private long ended() {
        return it.issued.stream()
                .filter(cue -> cue.verb() == CueVerb.BURST_OVER)
                .count();
    }

    @Test
    void a_burst_of_the_trainer_ends_by_itself() {
        it.does(COACH, new LiveCommand.Start(null));
        it.does(COACH, new LiveCommand.OpenBurst(Duration.ofSeconds(10), Metric.POWER, "b-1"));
        var burst = it.score.state().extras().burst();
        assertThat(burst).isEqualTo(new Burst("b-1", it.now(), it.now().plus(Duration.ofSeconds(10)), Metric.POWER));
        assertThat(it.refusal(COACH, new LiveCommand.OpenBurst(Duration.ofSeconds(10), Metric.HR, "b-2")))
                .isEqualTo("wrong-phase");
        it.pass(Duration.ofSeconds(11));
        assertThat(it.score.state().extras().burst()).isNull();
        assertThat(ended()).isEqualTo(1);
    }

    @Test
    void the_trainer_ends_it_early_and_ending_nothing_is_harmless() {
        it.does(COACH, new LiveCommand.Start(null));
        it.does(COACH, new LiveCommand.OpenBurst(Duration.ofSeconds(20), Metric.HR, null));
        it.does(COACH, new LiveCommand.EndBurst());
        it.does(COACH, new LiveCommand.EndBurst());
        assertThat(it.score.state().extras().burst()).isNull();
        assertThat(ended()).isEqualTo(1);
    }

    @Test
    void hard_segments_that_are_long_enough_end_in_one() {
        it.does(COACH, new LiveCommand.Start(null));
        it.pass(Duration.ofSeconds(215));
        var start = it.score.state().anchor().at();
        assertThat(opened())
                .extracting(burst -> burst == null ? null : burst.metric(), burst -> burst == null ? null : burst.to())
                .containsExactly(
                        tuple(Metric.CADENCE, start.plus(Duration.ofSeconds(60))),
                        tuple(Metric.HR, start.plus(Duration.ofSeconds(180))));
        assertThat(ended()).isEqualTo(2);
    }

    @Test
    void skipped_back_over_it_comes_again() {
        it.does(COACH, new LiveCommand.Start(null));
        it.pass(Duration.ofSeconds(62));
        it.does(COACH, new LiveCommand.Skip(0, null));
        it.pass(Duration.ofSeconds(62));
        assertThat(opened())
                .hasSize(2)
                .extracting(burst -> burst == null ? "" : burst.cueId())
                .doesNotHaveDuplicates();
    }

    @Test
    void none_opens_by_itself_when_the_trainer_does_not_want_it_or_stands_still() {
        it.does(COACH, new LiveCommand.Start(null));
        it.does(COACH, new LiveCommand.PlanBursts(false));
        it.pass(Duration.ofSeconds(62));
        assertThat(it.issued).noneMatch(cue -> cue.verb() == CueVerb.BURST);
        it.does(COACH, new LiveCommand.PlanBursts(true));
        it.does(COACH, new LiveCommand.Skip(0, null));
        it.pass(Duration.ofSeconds(40));
        it.does(COACH, new LiveCommand.Pause(null));
        it.pass(Duration.ofSeconds(30));
        assertThat(it.score.state().extras().burst()).isNull();
    }

    /** The node was away when it should have begun: what is left of it is still worth showing, a blink is not. */
    @Test
    void a_late_one_is_opened_only_for_as_long_as_it_can_be_seen() {
        it.does(COACH, new LiveCommand.Start(null));
        it.nobodyFor(Duration.ofSeconds(55));
        it.pass(Duration.ofSeconds(1));
        assertThat(opened()).isEmpty();
    }

    @Test
    void a_closed_class_has_none() {
        it.does(COACH, new LiveCommand.Start(null));
        it.does(COACH, new LiveCommand.OpenBurst(Duration.ofSeconds(20), Metric.HR, null));
        it.does(COACH, new LiveCommand.Close(null));
        assertThat(it.score.state().extras().burst()).isNull();
        assertThat(it.refusal(COACH, new LiveCommand.OpenBurst(Duration.ofSeconds(20), Metric.HR, "b-9")))
                .isEqualTo("wrong-phase");
    }
}
