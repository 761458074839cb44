package downbeat.web.rehearse.report;

import org.HdrHistogram.Histogram;

/** Percentiles of a histogram of microseconds, in milliseconds. All zero when nothing was recorded. */
public record Percentiles(long count, double p50, double p95, double p99, double max) {
    public static Percentiles of(Histogram micros) {
        if (micros.getTotalCount() == 0) {
            return new Percentiles(0, 0, 0, 0, 0);
        }
        return new Percentiles(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }
}
