package downbeat.classes.live.meter;

import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.quality.LinkStats;
import downbeat.classes.live.report.AckBatch;
import downbeat.classes.live.report.How;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What members' devices say of cues and of their links. Counted with each device's sign of life, once a second, and not where
 * cues go out; the meters are found once.
 */
public final class CueMeters {
    private final Timer upper;
    private final Timer estimate;
    private final Timer skew;
    private final Timer rtt;
    private final Timer jitter;
    private final Timer join;
    private final Counter sent;
    private final Counter unacked;
    private final Counter reclaimed;
    private final List<Counter> acked;
    private final Counter readings;

    public CueMeters(MeterRegistry registry) {
        upper = Buckets.timer(
                registry, "downbeat.cue.upper.bound", "From sending a cue to its execution, at most", Buckets.CUE);
        estimate = Buckets.timer(
                registry, "downbeat.cue.estimate", "From issuing a cue to its execution, by class time", Buckets.CUE);
        skew = Buckets.timer(
                registry, "downbeat.cue.skew", "Executed minus intended time of planned cues, absolute", Buckets.SKEW);
        rtt = Buckets.timer(registry, "downbeat.link.rtt", "Round trips of devices' probes", Buckets.LINK);
        jitter = Buckets.timer(
                registry, "downbeat.link.jitter", "Mean deviation of successive round trips", Buckets.LINK);
        join = Buckets.timer(
                registry, "downbeat.join", "From the opening of a member's socket to being attached", Buckets.JOIN);
        sent = counter(registry, "downbeat.cues.sent", "Cues sent that a member's device must ack");
        unacked = counter(registry, "downbeat.cues.unacked", "Of them, given up without an ack");
        reclaimed = counter(registry, "downbeat.cues.reclaimed", "Of those given up, acked or sent again after all");
        acked = Arrays.stream(How.values())
                .map(how -> Counter.builder("downbeat.cues.acked")
                        .description("Acks of members' devices, by how the cue was executed")
                        .tag("how", how.name().toLowerCase(Locale.ROOT))
                        .register(registry))
                .toList();
        readings = counter(registry, "downbeat.bio.readings", "Readings of members' sensors heard");
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    public void take(AckBatch batch) {
        record(upper, batch.upper());
        record(estimate, batch.estimate());
        record(skew, batch.skew());
        sent.increment((double) batch.sent());
        (batch.unacked() < 0 ? reclaimed : unacked).increment((double) Math.abs(batch.unacked()));
        for (var i = 0; i < Math.min(acked.size(), batch.how().size()); i++) {
            acked.get(i).increment((double) batch.how().get(i));
        }
        var joined = batch.joinMicros();
        if (joined != null) {
            join.record(joined, TimeUnit.MICROSECONDS);
        }
    }

    private static void record(Timer into, List<Long> micros) {
        for (long each : micros) {
            into.record(Math.abs(each), TimeUnit.MICROSECONDS);
        }
    }

    public void said(LinkStats stats) {
        Buckets.millis(rtt, stats.rttMillis());
        Buckets.millis(jitter, stats.jitterMillis());
    }

    /** @param reading null when the device said nothing */
    public void sensed(@Nullable Reading reading) {
        if (reading != null) {
            readings.increment();
        }
    }
}
