package downbeat.classes.live.report;

import downbeat.classes.live.quality.LinkStats;
import downbeat.classes.live.quality.Rung;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Sums of how members' devices got in and how their links were. Histograms are merged, never averaged. Not thread-safe: it
 * belongs to one actor.
 */
public final class LinkSums {
    private final Histogram join = Histograms.wide();
    private final Histogram rtt = Histograms.wide();
    private final Histogram jitter = Histograms.wide();
    private final long[] rungMillis = new long[Rung.values().length];
    private boolean known;

    /** @param micros from the opening of the socket until the device was attached; null when none was */
    void joined(@Nullable Long micros) {
        if (micros != null) {
            Histograms.count(join, micros);
        }
    }

    void said(LinkStats stats) {
        count(rtt, stats.rttMillis());
        count(jitter, stats.jitterMillis());
    }

    private static void count(Histogram into, double millis) {
        if (millis >= 0) {
            Histograms.count(into, Math.round(millis * 1000));
        }
    }

    /** @param other null from a relay that does not measure it */
    void add(@Nullable LinkTally other) {
        if (other != null) {
            known = true;
            join.add(Histograms.decode(other.join()));
            rtt.add(Histograms.decode(other.rtt()));
            jitter.add(Histograms.decode(other.jitter()));
            for (var i = 0; i < Math.min(rungMillis.length, other.rungMillis().size()); i++) {
                rungMillis[i] += other.rungMillis().get(i);
            }
        }
    }

    /** @param rungs how long devices were on each rung, which is counted elsewhere */
    LinkTally told(List<Long> rungs) {
        return new LinkTally(Histograms.encode(join), Histograms.encode(rtt), Histograms.encode(jitter), rungs);
    }

    /** Whether any relay measured this. */
    public boolean known() {
        return known;
    }

    public Histogram join() {
        return join;
    }

    public Histogram rtt() {
        return rtt;
    }

    public Histogram jitter() {
        return jitter;
    }

    /** How long devices were on each rung, milliseconds, in the order of {@link Rung}. */
    public List<Long> rungMillis() {
        return Arrays.stream(rungMillis).boxed().toList();
    }
}
