package downbeat.classes.live.report;

import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How a class went. Every percentile is computed from the histograms that are in it, so that anybody can compute it again.
 *
 * @param asked members who were handed a join token
 * @param joined of them and others, who arrived
 * @param cue cues of the log, from the first to the last
 * @param lateness counts by {@link How}, in its order
 * @param fallbacks devices' moves to a lower rung; null in a report from before they were counted
 * @param histograms of everything that has percentiles, microseconds, {@link Histograms#encode encoded}
 * @param links null in a report from before they were measured
 * @param back what members said back; null in a report from before it was counted
 */
public record ClassReport(
        long asked,
        long joined,
        Duration length,
        CueFigures cue,
        Quantiles skew,
        List<Long> lateness,
        long resumed,
        long recovered,
        long forged,
        Retention retention,
        long responses,
        List<MemberFigures> members,
        Raw histograms,
        @Nullable Long fallbacks,
        @Nullable LinkFigures links,
        @Nullable ResponseFigures back) {
    public ClassReport {
        lateness = List.copyOf(lateness);
        members = List.copyOf(members);
    }

    /** Share of the members who were asked in that arrived, 0 to 1; 1 when nobody was asked. */
    public double joinSuccess() {
        return asked == 0 ? 1 : Math.min(1, (double) joined / asked);
    }

    /**
     * @param issued cues in the log
     * @param sent deliveries that devices must ack
     * @param unacked deliveries never acked: infinitely late
     * @param bound widest clock bound a device named, milliseconds; negative when none did
     */
    public record CueFigures(
            long issued, long sent, long acked, long unacked, Quantiles upper, Quantiles estimate, double bound) {}

    /** Milliseconds; all zero when nothing was counted. */
    public record Quantiles(long count, double p50, double p95, double p99, double max) {
        public static Quantiles of(Histogram micros) {
            return new Quantiles(
                    micros.getTotalCount(),
                    Histograms.millis(micros, 50),
                    Histograms.millis(micros, 95),
                    Histograms.millis(micros, 99),
                    Histograms.maxMillis(micros));
        }
    }

    /**
     * Of the members whose first arrival was at least so long before the end, the share that was here, or back within 30 s,
     * that long after it. Null when there is no such member.
     */
    public record Retention(
            @Nullable Double oneMinute,
            @Nullable Double threeMinutes,
            @Nullable Double sevenMinutes) {}

    /** @param share of the class's running time the member was here, 0 to 1 */
    public record MemberFigures(
            ParticipantId member,
            Duration present,
            double share,
            int responses,
            @Nullable MemberTally tally) {}

    /** Those after {@code skew} are null in a report from before they were measured. */
    public record Raw(
            String upper,
            String estimate,
            String skew,
            @Nullable String join,
            @Nullable String rtt,
            @Nullable String jitter,
            @Nullable String hands,
            @Nullable String answers) {}
}
