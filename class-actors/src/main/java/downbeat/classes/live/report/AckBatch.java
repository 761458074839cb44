package downbeat.classes.live.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one connection measured since its last batch. Microseconds; a sample that could not be taken is not in the list.
 *
 * @param upper upper bounds of delivery, {@code (ack received − cue sent) − held}
 * @param estimate of delivery by synchronised clocks: execution − issue
 * @param skew executed − intended class time of planned cues; may be negative
 * @param sent cues sent that a device must ack
 * @param acked of them, acked
 * @param unacked of them, not acked within {@code CueLedger.PATIENCE}; a later ack takes one back, so it may be negative
 * @param how counts in the order of {@link How}
 * @param forged acks that cannot be true: of cues never sent, or held longer than they were there
 * @param rttMillis newest round trip of the device's clock probes as it said; negative when unknown
 * @param boundMillis newest clock bound of the device; negative when unknown
 * @param joinMicros how long it took the device to join, from the opening of its socket until it was attached; said once, and
 *     of a first visit only, otherwise null
 */
public record AckBatch(
        List<Long> upper,
        List<Long> estimate,
        List<Long> skew,
        long sent,
        long acked,
        long unacked,
        List<Long> how,
        long forged,
        double rttMillis,
        double boundMillis,
        @Nullable Long joinMicros) {
    public AckBatch {
        upper = List.copyOf(upper);
        estimate = List.copyOf(estimate);
        skew = List.copyOf(skew);
        how = List.copyOf(how);
    }
}
