package downbeat.web.rehearse.device;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The clock of one simulated device: off by minutes, running too fast or too slow, and now and then jumping.
 * It is derived from the one true clock of the process, so what a device does by its wrong clock can be judged by the true one.
 *
 * <p>Not thread-safe: a device lives on one event loop.
 */
public final class WrongClock {
    /** The most that a quartz of a phone or a television drifts, in parts per million: what the protocol widens old probes by. */
    public static final double MAX_DRIFT_PPM = 100;

    private final LongSupplier trueNanos;
    private final long origin;
    private final double rate;
    private double offsetMillis;

    /**
     * @param trueNanos the true clock, as {@link System#nanoTime()}
     * @param offsetMillis what the clock shows at this moment, any sign
     * @param driftPpm how much too fast (positive) or slow it runs, within ± {@value #MAX_DRIFT_PPM}
     */
    public WrongClock(LongSupplier trueNanos, double offsetMillis, double driftPpm) {
        if (Math.abs(driftPpm) > MAX_DRIFT_PPM) {
            throw new IllegalArgumentException("driftPpm must be within ±" + MAX_DRIFT_PPM + ", not " + driftPpm);
        }
        this.trueNanos = trueNanos;
        this.origin = trueNanos.getAsLong();
        this.rate = 1 + driftPpm / 1e6;
        this.offsetMillis = offsetMillis;
    }

    /** A clock wrong by up to {@code maxErrorMillis} either way, drifting by up to {@value #MAX_DRIFT_PPM} ppm. */
    public static WrongClock any(LongSupplier trueNanos, double maxErrorMillis, RandomGenerator random) {
        return new WrongClock(
                trueNanos,
                (random.nextDouble() * 2 - 1) * maxErrorMillis,
                maxErrorMillis == 0 ? 0 : (random.nextDouble() * 2 - 1) * MAX_DRIFT_PPM);
    }

    /** What the device believes the time is, in milliseconds with a fraction. */
    public double millis() {
        return offsetMillis + ticks();
    }

    /**
     * Milliseconds counted by the device's quartz: drifts like {@link #millis()} but never jumps. Timers run by it. A device that
     * finds the two disagreeing knows that its clock was set.
     */
    public double ticks() {
        return (trueNanos.getAsLong() - origin) / 1e6 * rate;
    }

    /** Somebody sets the clock. */
    public void step(double byMillis) {
        offsetMillis += byMillis;
    }

    /** True nanoseconds that pass until a timer of {@code millis} on this device rings. Never negative. */
    public long trueNanosOf(double millis) {
        return Math.max(0, Math.round(millis * 1e6 / rate));
    }
}
