package downbeat.web.rehearse.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How a device finds its link, by probes of its own: what the newest took, how that varies, how many were not answered in time. */
public final class LinkMeter {
    /**
     * A probe that takes longer counts as lost: a class lives from punctuality. Less than the half second after which the
     * device says what came of it, so that the newest probe is always judged.
     */
    static final long IN_TIME_MILLIS = 400;

    private static final int PROBES = 10;

    private final Deque<Probe> probes = new ArrayDeque<>();

    private static final class Probe {
        private final long id;
        private final long sentNanos;
        private double rtt = Double.NaN;

        private Probe(long id, long sentNanos) {
            this.id = id;
            this.sentNanos = sentNanos;
        }

        private boolean due(long nanos) {
            return nanos - sentNanos >= TimeUnit.MILLISECONDS.toNanos(IN_TIME_MILLIS);
        }

        private boolean inTime() {
            return rtt <= IN_TIME_MILLIS;
        }
    }

    /** A probe goes out. */
    public void sent(long id, long nanos) {
        probes.addLast(new Probe(id, nanos));
        if (probes.size() > PROBES) {
            probes.removeFirst();
        }
    }

    /** A reply came in; it may be of something else. */
    public void answered(long id, long nanos) {
        for (Probe probe : probes) {
            if (probe.id == id) {
                probe.rtt = (nanos - probe.sentNanos) / 1e6;
            }
        }
    }

    /** The body of {@code stats} to send at this instant; what is not known is left out. */
    public ObjectNode stats(long nanos) {
        ObjectNode stats = Frames.body();
        put(stats, "rtt", rtt());
        put(stats, "jitter", jitter());
        put(stats, "loss", loss(nanos));
        return stats;
    }

    private static void put(ObjectNode stats, String name, @Nullable Double value) {
        if (value != null) {
            stats.put(name, Math.round(value * 1_000) / 1e3);
        }
    }

    private @Nullable Double rtt() {
        Double newest = null;
        for (Probe probe : probes) {
            newest = Double.isNaN(probe.rtt) ? newest : (Double) probe.rtt;
        }
        return newest;
    }

    private @Nullable Double jitter() {
        double[] rtts = probes.stream()
                .mapToDouble(probe -> probe.rtt)
                .filter(rtt -> !Double.isNaN(rtt))
                .toArray();
        double sum = 0;
        for (int i = 1; i < rtts.length; i++) {
            sum += Math.abs(rtts[i] - rtts[i - 1]);
        }
        return rtts.length < 2 ? null : (Double) (sum / (rtts.length - 1));
    }

    private @Nullable Double loss(long nanos) {
        long due = probes.stream().filter(probe -> probe.due(nanos)).count();
        long lost = probes.stream()
                .filter(probe -> probe.due(nanos) && !probe.inTime())
                .count();
        return due == 0 ? null : (Double) ((double) lost / due);
    }
}
