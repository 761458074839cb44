package downbeat.web.rehearse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/**
 * When every member executed every planned cue, by the one true clock of the process. The skew between members is the distance
 * from the median of the same cue; nothing that a device believes goes into it.
 */
public final class Executions {
    private final Map<String, List<One>> byCue = new ConcurrentHashMap<>();

    private record One(long nanos, boolean away) {}

    /** @param away the device had no link at the time */
    public void add(String cueAndRev, long trueNanos, boolean away) {
        byCue.compute(cueAndRev, (cue, times) -> {
            List<One> all = times == null ? new ArrayList<>() : times;
            all.add(new One(trueNanos, away));
            return all;
        });
    }

    /** Cues that fewer than two members executed say nothing about skew. */
    public void skewsInto(Histogram skew, Histogram ofThoseAway, Histogram spread) {
        byCue.values().forEach(times -> {
            long[] sorted = times.stream().mapToLong(One::nanos).sorted().toArray();
            if (sorted.length >= 2) {
                long median = sorted[sorted.length / 2];
                times.forEach(one -> {
                    long micros = Gauge.micros(Math.abs(one.nanos() - median));
                    skew.recordValue(micros);
                    if (one.away()) {
                        ofThoseAway.recordValue(micros);
                    }
                });
                spread.recordValue(Gauge.micros(sorted[sorted.length - 1] - sorted[0]));
            }
        });
    }

    /** How many of the executions that {@code members} owe, one of each cue, there were in time, 0 to 1; 1 without any cue. */
    double done(long members) {
        long owed = members * byCue.size();
        long done = byCue.values().stream().mapToLong(List::size).sum();
        return owed == 0 ? 1 : (double) done / owed;
    }
}
