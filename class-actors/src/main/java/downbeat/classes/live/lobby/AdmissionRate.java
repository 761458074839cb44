package downbeat.classes.live.lobby;

import java.util.concurrent.TimeUnit;

/**
 * How fast people are let into a class.
 *
 * @param perSecond 1 to 10000
 */
public record AdmissionRate(int perSecond) {
    public static final int SLOWEST = 1;
    public static final int FASTEST = 10_000;

    /** Where it is configured. */
    public static final String KEY = "downbeat.live.admission-per-second";

    /** @throws IllegalArgumentException when it is outside its range; says where to set it */
    public AdmissionRate {
        if (perSecond < SLOWEST || perSecond > FASTEST) {
            throw new IllegalArgumentException(
                    KEY + " must be " + SLOWEST + " to " + FASTEST + ", but is " + perSecond);
        }
    }

    /** Between one admission and the next. */
    long gapNanos() {
        return TimeUnit.SECONDS.toNanos(1) / perSecond;
    }
}
