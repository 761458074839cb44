package downbeat.web.rehearse.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a device knows of class time: the intersection of the intervals that its probes prove, old ones widened by
 * {@value WrongClock#MAX_DRIFT_PPM} ppm of their age (docs/wire.md, Clock). Written again here, beside the server's, so that an
 * error in one does not hide in the other.
 */
final class ClassTimeEstimate {
    private static final int KEPT_PROBES = 64;
    private static final double WIDENING = WrongClock.MAX_DRIFT_PPM / 1e6;

    private final Deque<Probe> probes = new ArrayDeque<>();

    /** The offset class time − device time lies within {@code low..high}, as of device time {@code at}. */
    private record Probe(double low, double high, double at) {}

    /** Offset and guaranteed bound in milliseconds. */
    record Offset(double millis, double bound) {}

    /** A probe sent at {@code t0} and answered at {@code t1}, device time, with class time {@code t} ± {@code err}. */
    void probed(double t0, double t1, double t, double err) {
        probes.addLast(new Probe(t - t1 - err, t - t0 + err, t1));
        if (probes.size() > KEPT_PROBES) {
            probes.removeFirst();
        }
        if (width(t1) < 0) {
            Probe newest = probes.getLast();
            probes.clear();
            probes.add(newest);
        }
    }

    /** The device's clock was set forward by {@code millis}, or back when negative: what was proven holds by the new clock too. */
    void set(double millis) {
        List<Probe> moved = probes.stream()
                .map(p -> new Probe(p.low() - millis, p.high() - millis, p.at() + millis))
                .toList();
        probes.clear();
        probes.addAll(moved);
    }

    boolean known() {
        return !probes.isEmpty();
    }

    /** Only when {@link #known()}. */
    Offset at(double now) {
        double low = low(now);
        double high = high(now);
        return new Offset((low + high) / 2, Math.max(0, high - low) / 2);
    }

    private double width(double now) {
        return high(now) - low(now);
    }

    private double low(double now) {
        return probes.stream()
                .mapToDouble(p -> p.low() - WIDENING * (now - p.at()))
                .max()
                .orElse(0);
    }

    private double high(double now) {
        return probes.stream()
                .mapToDouble(p -> p.high() + WIDENING * (now - p.at()))
                .min()
                .orElse(0);
    }
}
