package downbeat.classes.live.log;

import downbeat.classes.live.clock.ClassTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a running class that devices must agree on. Every control cue carries a new one.
 *
 * @param rev rises with every change
 * @param from cues of the plan before this position are not due any more: played, skipped or shifted away
 * @param fromAt when {@code from} was set; a cue executed before then sounds again when the plan was skipped back
 * @param startedAt when the trainer pressed start; null before
 * @param resumedAt when the class last resumed after a pause; null if it never paused
 */
public record ClassState(
        Phase phase,
        long rev,
        Anchor anchor,
        Duration from,
        ClassTime fromAt,
        @Nullable OpenAsk ask,
        @Nullable ClassTime startedAt,
        @Nullable ClassTime resumedAt) {

    public static final ClassState OPENED =
            new ClassState(Phase.LOBBY, 1, Anchor.AT_REST, Duration.ZERO, ClassTime.ZERO, null, null, null);

    public ClassState started(ClassTime now, Anchor to) {
        return new ClassState(Phase.LIVE, rev + 1, to, Duration.ZERO, now, ask, now, null);
    }

    public ClassState paused(Anchor to) {
        return new ClassState(Phase.PAUSED, rev + 1, to, from, fromAt, ask, startedAt, resumedAt);
    }

    public ClassState resumed(ClassTime now, Anchor to) {
        return new ClassState(Phase.LIVE, rev + 1, to, from, fromAt, ask, startedAt, now);
    }

    /** The plan jumps; what lies after the new position sounds again. */
    public ClassState skipped(ClassTime now, Anchor to) {
        return new ClassState(phase, rev + 1, to, to.plan(), now, ask, startedAt, resumedAt);
    }

    /** What is still to come moves; what has played does not come again. */
    public ClassState shifted(Anchor to, Duration played) {
        return new ClassState(phase, rev + 1, to, played, fromAt, ask, startedAt, resumedAt);
    }

    public ClassState asking(@Nullable OpenAsk question) {
        return new ClassState(phase, rev + 1, anchor, from, fromAt, question, startedAt, resumedAt);
    }

    public ClassState closing(Anchor to) {
        return new ClassState(Phase.CLOSING, rev + 1, to, from, fromAt, null, startedAt, resumedAt);
    }

    public ClassState ended() {
        return new ClassState(Phase.ENDED, rev + 1, anchor, from, fromAt, null, startedAt, resumedAt);
    }
}
