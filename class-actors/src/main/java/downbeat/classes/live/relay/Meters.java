package downbeat.classes.live.relay;

import downbeat.classes.live.report.AckBatch;
import downbeat.classes.live.report.MemberTally;
import downbeat.kernel.ParticipantId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What each member's devices measured lately: small rings, because there are many members. Owned by one actor. */
final class Meters {
    /** Percentiles of a member are over this many newest samples. */
    static final int SAMPLES = 128;

    private final Map<ParticipantId, Meter> meters = new LinkedHashMap<>();

    private static final class Meter {
        private final long[] upper = new long[SAMPLES];
        private final long[] skew = new long[SAMPLES];
        private int uppers;
        private int skews;
        private double rtt = -1;
        private long unacked;
    }

    void take(ParticipantId member, AckBatch batch) {
        var meter = meters.computeIfAbsent(member, m -> new Meter());
        for (var micros : batch.upper()) {
            meter.upper[meter.uppers++ % SAMPLES] = micros;
        }
        for (var micros : batch.skew()) {
            meter.skew[meter.skews++ % SAMPLES] = Math.abs(micros);
        }
        meter.unacked += batch.unacked();
        if (batch.rttMillis() >= 0) {
            meter.rtt = batch.rttMillis();
        }
    }

    List<MemberTally> told(
            ToIntFunction<ParticipantId> devices, Function<ParticipantId, Rungs.@Nullable Shown> rungs, RungBook book) {
        return meters.entrySet().stream()
                .map(entry -> {
                    var meter = entry.getValue();
                    var shown = rungs.apply(entry.getKey());
                    return new MemberTally(
                            entry.getKey(),
                            p95(meter.upper, meter.uppers),
                            p95(meter.skew, meter.skews),
                            meter.rtt,
                            meter.unacked,
                            devices.applyAsInt(entry.getKey()),
                            shown == null ? null : shown.rung(),
                            shown == null ? null : shown.why(),
                            book.fallbacks(entry.getKey()),
                            book.lowest(entry.getKey()));
                })
                .toList();
    }

    private static double p95(long[] ring, int count) {
        var held = Math.min(count, SAMPLES);
        if (held == 0) {
            return -1;
        }
        var sorted = Arrays.copyOf(ring, held);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.95 * held) - 1] / 1000.0;
    }
}
