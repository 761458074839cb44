package downbeat.classes.live.log;

import downbeat.classes.live.adapt.Bounds;
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
 * @param extras what goes on beside the plan; null in logs written before there was any, which is none
 */
public record ClassState(
        Phase phase,
        long rev,
        Anchor anchor,
        Duration from,
        ClassTime fromAt,
        @Nullable OpenAsk ask,
        @Nullable ClassTime startedAt,
        @Nullable ClassTime resumedAt,
        Extras extras) {

    public static final ClassState OPENED = new ClassState(
            Phase.LOBBY, 1, Anchor.AT_REST, Duration.ZERO, ClassTime.ZERO, null, null, null, Extras.NONE);

    public ClassState(
            Phase phase,
            long rev,
            Anchor anchor,
            Duration from,
            ClassTime fromAt,
            @Nullable OpenAsk ask,
            @Nullable ClassTime startedAt,
            @Nullable ClassTime resumedAt,
            @Nullable Extras extras) {
        this.phase = phase;
        this.rev = rev;
        this.anchor = anchor;
        this.from = from;
        this.fromAt = fromAt;
        this.ask = ask;
        this.startedAt = startedAt;
        this.resumedAt = resumedAt;
        this.extras = extras == null ? Extras.NONE : extras;
    }

    /** A check that is still on is over: the trainer does not wait for it. */
    public ClassState started(ClassTime now, Anchor to) {
        var over = checked();
        return new ClassState(Phase.LIVE, rev + 1, to, Duration.ZERO, now, over.ask, now, null, over.extras);
    }

    public ClassState paused(Anchor to) {
        return new ClassState(Phase.PAUSED, rev + 1, to, from, fromAt, ask, startedAt, resumedAt, extras);
    }

    public ClassState resumed(ClassTime now, Anchor to) {
        return new ClassState(Phase.LIVE, rev + 1, to, from, fromAt, ask, startedAt, now, extras);
    }

    /** The plan jumps; what lies after the new position sounds again. */
    public ClassState skipped(ClassTime now, Anchor to) {
        return new ClassState(phase, rev + 1, to, to.plan(), now, ask, startedAt, resumedAt, extras);
    }

    /** What is still to come moves; what has played does not come again. */
    public ClassState shifted(Anchor to, Duration played) {
        return new ClassState(phase, rev + 1, to, played, fromAt, ask, startedAt, resumedAt, extras);
    }

    public ClassState asking(@Nullable OpenAsk question) {
        return new ClassState(phase, rev + 1, anchor, from, fromAt, question, startedAt, resumedAt, extras);
    }

    public ClassState bursting(@Nullable Burst burst) {
        return with(extras.bursting(burst));
    }

    public ClassState plannedBursts(boolean on) {
        return with(extras.planning(on));
    }

    public ClassState bounded(Bounds bounds) {
        return with(extras.bounded(bounds));
    }

    /** The live check begins; with it the class, when the plan is to run after it. */
    public ClassState checking(LiveCheck check) {
        var on = extras.checking(check);
        return check.startAfter()
                ? new ClassState(
                        Phase.LIVE,
                        rev + 1,
                        new Anchor(check.to(), Duration.ZERO, true),
                        Duration.ZERO,
                        check.from(),
                        null,
                        check.from(),
                        null,
                        on)
                : new ClassState(phase, rev + 1, anchor, from, fromAt, null, startedAt, resumedAt, on);
    }

    /** The live check is over, and its ask with it. */
    public ClassState checked() {
        var check = extras.check();
        return check == null
                ? this
                : new ClassState(
                        phase, rev + 1, anchor, from, fromAt, null, startedAt, resumedAt, extras.checking(null));
    }

    /** The live check is cut short, and the plan runs from now on if it was to run after it. */
    public ClassState checkCut(Anchor to) {
        var check = extras.check();
        var over = checked();
        return check == null || !check.startAfter()
                ? over
                : new ClassState(phase, over.rev, to, from, fromAt, null, startedAt, resumedAt, over.extras);
    }

    public ClassState closing(Anchor to) {
        return new ClassState(Phase.CLOSING, rev + 1, to, from, fromAt, null, startedAt, resumedAt, quiet());
    }

    public ClassState ended() {
        return new ClassState(Phase.ENDED, rev + 1, anchor, from, fromAt, null, startedAt, resumedAt, quiet());
    }

    private Extras quiet() {
        return extras.bursting(null).checking(null);
    }

    private ClassState with(Extras to) {
        return new ClassState(phase, rev + 1, anchor, from, fromAt, ask, startedAt, resumedAt, to);
    }
}
