package downbeat.classes.live.course;

import downbeat.classes.live.bio.Metric;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Phase;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bursts of biofeedback: opened by the trainer, or by themselves in the last {@link #USUAL} of every hard segment that is
 * {@link #LONG_ENOUGH}; one at a time. Pure.
 */
public final class Bursting {
    public static final Duration SHORTEST = Duration.ofSeconds(10);
    public static final Duration USUAL = Duration.ofSeconds(15);
    public static final Duration LONGEST = Duration.ofSeconds(20);

    /** A shorter segment is over before it is felt. */
    static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    /** From this share of a member's threshold power on, a steady segment or a ramp is hard. */
    private static final double HARD_PERCENT = 90;

    private Bursting() {}

    static Verdict open(Baton baton, @Nullable String cueId, Duration length, Metric metric) {
        var state = baton.score().state();
        return state.extras().burst() == null
                ? baton.burst(cueId, baton.now().plus(length), metric)
                : Verdict.refused("wrong-phase", "a burst is open: end it before opening another");
    }

    static Verdict end(Baton baton) {
        var state = baton.score().state();
        return state.extras().burst() == null
                ? Verdict.of(new LiveAnswer.Done())
                : baton.control(CueVerb.BURST_OVER, null, "", state.bursting(null));
    }

    /** The next burst to open or to end by itself, if its time has come. */
    static Optional<LiveFact> next(Score score, ClassTime now) {
        var burst = score.state().extras().burst();
        if (burst != null) {
            return burst.to().isAfter(now)
                    ? Optional.empty()
                    : end(new Baton(score, now)).fact();
        }
        var state = score.state();
        return state.phase() == Phase.LIVE
                        && state.anchor().running()
                        && state.extras().plannedBursts()
                ? planned(score, now)
                : Optional.empty();
    }

    private static Optional<LiveFact> planned(Score score, ClassTime now) {
        var position = score.state().anchor().position(now);
        return score.plan().segments().stream()
                .filter(segment -> hard(segment) && within(segment, position))
                .filter(segment -> score.log().offsetOf(id(score, segment)).isEmpty())
                .findFirst()
                .flatMap(segment -> new Baton(score, now)
                        .burst(id(score, segment), score.state().anchor().timeOf(segment.to()), metric(segment))
                        .fact());
    }

    /** The last seconds of a segment, but for so few that nobody would see them. */
    private static boolean within(Segment segment, Duration position) {
        var left = segment.to().minus(position);
        return left.compareTo(USUAL) <= 0 && left.compareTo(SHORTEST) >= 0;
    }

    private static boolean hard(Segment segment) {
        var asksALot = segment.power()
                .filter(power -> Math.max(power.fromPercent(), power.toPercent()) >= HARD_PERCENT)
                .isPresent();
        var work = segment.kind() == SegmentKind.INTERVAL_ON
                || ((segment.kind() == SegmentKind.STEADY || segment.kind() == SegmentKind.RAMP) && asksALot);
        return work && segment.length().compareTo(LONG_ENOUGH) >= 0;
    }

    private static Metric metric(Segment segment) {
        return segment.cadence().isPresent() ? Metric.CADENCE : Metric.HR;
    }

    /** Another one each time the plan was skipped back over the segment. */
    private static String id(Score score, Segment segment) {
        return "b-" + segment.index() + "-" + score.state().fromAt().micros();
    }
}
