package downbeat.drops.domain;

import downbeat.kernel.bound.Bounds;
import java.time.Duration;

/**
 * How long things take.
 *
 * @param openFor how long bundles can be claimed, 1 minute to 7 days
 * @param holdFor how long a claim is kept for somebody who pays online, 1 to 30 minutes
 * @param grace after a pickup window until what was not collected is released, up to 24 hours
 * @param perSecond how many are let in from the waiting room each second, 1 to 10,000; 0 for no waiting room
 */
public record Timing(Duration openFor, Duration holdFor, Duration grace, int perSecond) {

    public Timing {
        Bounds.length("openFor", openFor, Duration.ofMinutes(1), Duration.ofDays(7));
        Bounds.length("holdFor", holdFor, Duration.ofMinutes(1), Duration.ofMinutes(30));
        Bounds.length("grace", grace, Duration.ZERO, Duration.ofHours(24));
        Bounds.number("perSecond", perSecond, 0, 10_000);
    }

    public boolean waitingRoom() {
        return perSecond > 0;
    }
}
