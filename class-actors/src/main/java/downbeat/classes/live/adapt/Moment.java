package downbeat.classes.live.adapt;

import downbeat.classes.live.bio.Reading;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All that a coach goes by.
 *
 * @param since the moment before, zero to {@link #LONGEST}; more counts as that
 * @param bounds of the class
 * @param wanted whether the member lets cues be adapted
 * @param target null when nothing is to be held: free riding, a pause, the lobby
 * @param reading what the member's sensors say now
 * @param repsShare repetitions that the member last confirmed, as a share of the room's median; 1 when not known
 */
public record Moment(
        Duration since,
        Bounds bounds,
        boolean wanted,
        @Nullable Target target,
        Reading reading,
        double repsShare) {
    static final Duration LONGEST = Duration.ofSeconds(10);

    double seconds() {
        return Math.clamp(since.toNanos() / 1e9, 0, LONGEST.toNanos() / 1e9);
    }

    boolean on() {
        return bounds.on() && wanted;
    }

    /** Whether there is work to hold, and a heart rate to judge it by. */
    boolean judged() {
        return target != null && target.work() && reading.heartRate() != null;
    }
}
