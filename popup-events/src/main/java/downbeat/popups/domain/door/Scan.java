package downbeat.popups.domain.door;

import downbeat.kernel.Nonce;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One look at one pass, and what was decided on it.
 *
 * @param at on the clock of the door; of an offline device on its own
 * @param issue of the pass that was shown
 * @param offline whether the device decided alone
 */
public record Scan(
        Nonce nonce,
        GateId gate,
        DeviceId device,
        Direction direction,
        Instant at,
        int issue,
        Reason reason,
        boolean offline,
        Optional<Supervision> supervision) {

    /** The order in which scans are told: by time, and by nonce at the same one, so that it never depends on arrival. */
    public static final Comparator<Scan> IN_TIME =
            Comparator.comparing(Scan::at).thenComparing(scan -> scan.nonce().value());

    /**
     * Which of two accounts of one scan counts: whoever was let through is inside, whatever another account says; the rest
     * only makes it the same one whichever comes first.
     */
    private static final Comparator<Scan> BY_WEIGHT = Comparator.comparing(Scan::admitted)
            .reversed()
            .thenComparing(Scan::offline)
            .thenComparing(Scan::at)
            .thenComparing(scan -> scan.gate().value())
            .thenComparing(scan -> scan.device().value())
            .thenComparing(Scan::direction)
            .thenComparingInt(Scan::issue)
            .thenComparing(Scan::reason)
            .thenComparing(scan -> scan.supervision().toString());

    public boolean admitted() {
        return reason.admits();
    }

    public boolean admittedEntry() {
        return admitted() && direction == Direction.ENTRY;
    }

    boolean byTheRules() {
        return reason == Reason.OK;
    }

    /** Of two accounts of the same scan the one that counts. */
    Scan or(Scan other) {
        return BY_WEIGHT.compare(this, other) <= 0 ? this : other;
    }
}
