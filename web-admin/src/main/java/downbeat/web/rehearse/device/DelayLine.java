package downbeat.web.rehearse.device;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * One direction of a bad link: every frame is held back by its own random time, and none overtakes another, as on a TCP
 * connection over Wi-Fi.
 */
public final class DelayLine {
    private final LongSupplier trueNanos;
    private final RandomGenerator random;
    private long minNanos;
    private long spanNanos;
    private long lastDue;

    /**
     * @param minMillis the least a frame is held back
     * @param maxMillis the most, at least {@code minMillis}; zero switches the line off
     */
    public DelayLine(LongSupplier trueNanos, RandomGenerator random, double minMillis, double maxMillis) {
        this.trueNanos = trueNanos;
        this.random = random;
        this.lastDue = Long.MIN_VALUE;
        become(minMillis, maxMillis);
    }

    /** The line changes; what is under way stays as it is. The same bounds as at first. */
    public void become(double minMillis, double maxMillis) {
        if (minMillis < 0 || maxMillis < minMillis) {
            throw new IllegalArgumentException(
                    "0 <= minMillis <= maxMillis must hold, not " + minMillis + ".." + maxMillis);
        }
        this.minNanos = Math.round(minMillis * 1e6);
        this.spanNanos = Math.round((maxMillis - minMillis) * 1e6);
    }

    /** Nanoseconds from now until the next frame may pass: zero when nothing is to be waited for. */
    public long next() {
        if (minNanos + spanNanos == 0) {
            return 0;
        }
        long now = trueNanos.getAsLong();
        long due = now + minNanos + (spanNanos == 0 ? 0 : random.nextLong(spanNanos + 1));
        lastDue = lastDue == Long.MIN_VALUE ? due : Math.max(due, lastDue);
        return lastDue - now;
    }
}
