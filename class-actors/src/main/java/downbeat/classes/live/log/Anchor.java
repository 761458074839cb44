package downbeat.classes.live.log;

import downbeat.classes.live.clock.ClassTime;
import java.time.Duration;

/**
 * Ties the plan to class time: at class time {@code at} the plan stands, or runs, at {@code plan}.
 *
 * @param at may lie half a second ahead after a start, resume or skip; until then the plan stands
 * @param plan position in the plan; negative when the plan was shifted to before its start
 */
public record Anchor(ClassTime at, Duration plan, boolean running) {
    public static final Anchor AT_REST = new Anchor(ClassTime.ZERO, Duration.ZERO, false);

    /** The position in the plan at a class time. */
    public Duration position(ClassTime now) {
        return running && now.isAfter(at) ? plan.plus(now.since(at)) : plan;
    }

    /** The class time of a position in the plan, if the plan goes on as it does. Only while running. */
    public ClassTime timeOf(Duration position) {
        return at.plus(position.minus(plan));
    }
}
