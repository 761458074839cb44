package downbeat.classes.live.report;

import downbeat.classes.live.quality.LinkStats;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Sums of what was measured. Histograms are merged, never averaged. Not thread-safe: it belongs to one actor. */
public final class Tally {
    private final Histogram upper = Histograms.empty();
    private final Histogram estimate = Histograms.empty();
    private final Histogram skew = Histograms.empty();
    private final long[] how = new long[How.values().length];
    private long sent;
    private long acked;
    private long unacked;
    private long forged;
    private long resumed;
    private long recovered;
    private double bound = -1;
    private long fallbacks;
    private final LinkSums links = new LinkSums();

    public void add(AckBatch batch) {
        batch.upper().forEach(micros -> Histograms.count(upper, micros));
        batch.estimate().forEach(micros -> Histograms.count(estimate, micros));
        batch.skew().forEach(micros -> Histograms.count(skew, Math.abs(micros)));
        count(batch.how());
        sent += batch.sent();
        acked += batch.acked();
        unacked += batch.unacked();
        forged += batch.forged();
        bound = Math.max(bound, batch.boundMillis());
        links.joined(batch.joinMicros());
    }

    /** What a device said of its link. */
    public void said(LinkStats stats) {
        links.said(stats);
    }

    public void add(RelayTally other) {
        upper.add(Histograms.decode(other.upper()));
        estimate.add(Histograms.decode(other.estimate()));
        skew.add(Histograms.decode(other.skew()));
        count(other.how());
        sent += other.sent();
        acked += other.acked();
        unacked += other.unacked();
        forged += other.forged();
        resumed += other.resumed();
        recovered += other.recovered();
        bound = Math.max(bound, other.boundMillis());
        fallbacks += other.fallbacks();
        links.add(other.links());
    }

    /**
     * A device came back.
     *
     * @param whole whether it got everything it missed
     */
    public void resumed(boolean whole) {
        resumed++;
        recovered += whole ? 1 : 0;
    }

    private void count(List<Long> by) {
        for (var i = 0; i < Math.min(by.size(), how.length); i++) {
            how[i] += by.get(i);
        }
    }

    /**
     * @param more moves to a lower rung, which are counted elsewhere
     * @param rungMillis how long devices were on each rung, likewise
     */
    public RelayTally told(String run, List<MemberTally> members, long more, List<Long> rungMillis) {
        return new RelayTally(
                run,
                Histograms.encode(upper),
                Histograms.encode(estimate),
                Histograms.encode(skew),
                sent,
                acked,
                unacked,
                Arrays.stream(how).boxed().toList(),
                forged,
                resumed,
                recovered,
                bound,
                members,
                fallbacks + more,
                links.told(rungMillis));
    }

    public Histogram upper() {
        return upper;
    }

    public Histogram estimate() {
        return estimate;
    }

    public Histogram skew() {
        return skew;
    }

    public long sent() {
        return sent;
    }

    public long acked() {
        return acked;
    }

    public long unacked() {
        return unacked;
    }

    public long resumed() {
        return resumed;
    }

    public long recovered() {
        return recovered;
    }

    public long fallbacks() {
        return fallbacks;
    }

    public LinkSums links() {
        return links;
    }

    public long forged() {
        return forged;
    }

    /** Widest clock bound any device named, milliseconds; negative when none did. */
    public double bound() {
        return bound;
    }

    public long how(How how) {
        return this.how[List.of(How.values()).indexOf(how)];
    }
}
