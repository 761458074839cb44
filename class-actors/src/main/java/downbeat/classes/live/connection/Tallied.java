package downbeat.classes.live.connection;

import downbeat.classes.live.report.AckBatch;
import downbeat.classes.live.report.How;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link AckBatch} being filled. */
final class Tallied {
    final List<Long> upper = new ArrayList<>();
    final List<Long> estimate = new ArrayList<>();
    final List<Long> skew = new ArrayList<>();
    long sent;
    long unacked;
    long forged;
    double rttMillis = -1;
    double boundMillis = -1;

    @Nullable
    Long joinMicros;

    private final long[] how = new long[How.values().length];
    private long acked;

    void took(How taken) {
        acked++;
        how[Arrays.asList(How.values()).indexOf(taken)]++;
    }

    /** What was gathered; starts anew but for the device's clock, which stays as it last was. */
    AckBatch take() {
        var batch = new AckBatch(
                upper,
                estimate,
                skew,
                sent,
                acked,
                unacked,
                Arrays.stream(how).boxed().toList(),
                forged,
                rttMillis,
                boundMillis,
                joinMicros);
        upper.clear();
        estimate.clear();
        skew.clear();
        Arrays.fill(how, 0);
        sent = 0;
        acked = 0;
        unacked = 0;
        forged = 0;
        joinMicros = null;
        return batch;
    }
}
