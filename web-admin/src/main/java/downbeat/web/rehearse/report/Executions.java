package downbeat.web.rehearse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/**
 * When every member executed every planned cue, by the one true clock of the process. The skew between members is the distance
 * from the median of the same cue; nothing that a device believes goes into it.
 */
public final class Executions {
    private final Map<String, List<Long>> byCue = new ConcurrentHashMap<>();

    public void add(String cueAndRev, long trueNanos) {
        byCue.compute(cueAndRev, (cue, times) -> {
            List<Long> all = times == null ? new ArrayList<>() : times;
            all.add(trueNanos);
            return all;
        });
    }

    /** Cues that fewer than two members executed say nothing about skew. */
    public void skewsInto(Histogram skew, Histogram spread) {
        byCue.values().forEach(times -> {
            long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            if (sorted.length >= 2) {
                long median = sorted[sorted.length / 2];
                Arrays.stream(sorted).forEach(t -> skew.recordValue(Gauge.micros(Math.abs(t - median))));
                spread.recordValue(Gauge.micros(sorted[sorted.length - 1] - sorted[0]));
            }
        });
    }
}
