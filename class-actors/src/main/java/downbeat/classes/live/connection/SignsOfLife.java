package downbeat.classes.live.connection;

import java.time.Duration;

/**
 * When a socket tells its relay that it is there, about once a second: as soon as the device has said how its link is, since a
 * bad one is to be spared at once, and with the socket's own tick when it says nothing. Times are monotonic nanoseconds.
 */
final class SignsOfLife {
    /** A device that speaks more often is heard twice a second: what is said once a second comes unevenly over a bad link. */
    private static final long BETWEEN = Duration.ofMillis(500).toNanos();
    /** A device that speaks once a second leaves nothing to the tick. */
    private static final long SPEAKS = Duration.ofMillis(1_200).toNanos();

    private boolean spoke;
    private long spokeAt;

    /** The device has spoken of its link. Returns whether to give the sign now; it is noted as given. */
    boolean atOnce(long nanos) {
        if (spoke && nanos - spokeAt < BETWEEN) {
            return false;
        }
        spoke = true;
        spokeAt = nanos;
        return true;
    }

    /** Whether the socket's tick, once a second, is to give the sign. */
    boolean atTick(long nanos) {
        return !spoke || nanos - spokeAt >= SPEAKS;
    }
}
