package downbeat.classes.live.clock;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one clock knows of another from probes: an interval that certainly contains the offset.
 *
 * <p>A probe sent at {@code t0}, answered with the other clock's {@code t} (right within {@code err}) and received at
 * {@code t1} proves that other − own lies in {@code [t − t1 − err, t − t0 + err]}, whatever the asymmetry of the path.
 * Every interval is widened by {@value #DRIFT} of its age, and all are intersected (Marzullo): the middle is the
 * estimate, half the width the guaranteed bound. An empty intersection means that a clock stepped: all but the newest are
 * dropped.
 *
 * <p>All times in milliseconds. Not thread-safe: it belongs to one actor, stage or simulated device.
 */
public final class ClockEstimate {
    /** Relative drift allowed between two clocks: 100 ppm, twice what quartz oscillators are sold with. */
    public static final double DRIFT = 100e-6;

    /** Probes kept; 16 of the first second and one every 2.5 s make two minutes. */
    public static final int KEPT = 64;

    private record Probe(double t0, double low, double high) {}

    private final Deque<Probe> probes = new ArrayDeque<>();
    private int steps;

    /** Takes a probe in. One that ends before it began is no probe and is ignored. */
    public void observe(double t0, double t1, double t, double err) {
        if (!(t1 >= t0) || !(err >= 0) || Double.isNaN(t)) {
            return;
        }
        probes.addLast(new Probe(t0, t - t1 - err, t - t0 + err));
        if (probes.size() > KEPT) {
            probes.removeFirst();
        }
        if (low(t1) > high(t1)) {
            steps++;
            var newest = probes.removeLast();
            probes.clear();
            probes.addLast(newest);
        }
    }

    public boolean known() {
        return !probes.isEmpty();
    }

    /** Other clock minus own clock, the middle of what is possible. Only when {@link #known}. */
    public double offset(double now) {
        return (low(now) + high(now)) / 2;
    }

    /** The offset is right within ± this. Infinite while nothing is known. */
    public double bound(double now) {
        return known() ? Math.max(0, (high(now) - low(now)) / 2) : Double.POSITIVE_INFINITY;
    }

    /** How often a clock was found to have stepped. */
    public int steps() {
        return steps;
    }

    private double low(double now) {
        var low = Double.NEGATIVE_INFINITY;
        for (var probe : probes) {
            low = Math.max(low, probe.low - Math.abs(now - probe.t0) * DRIFT);
        }
        return low;
    }

    private double high(double now) {
        var high = Double.POSITIVE_INFINITY;
        for (var probe : probes) {
            high = Math.min(high, probe.high + Math.abs(now - probe.t0) * DRIFT);
        }
        return high;
    }
}
