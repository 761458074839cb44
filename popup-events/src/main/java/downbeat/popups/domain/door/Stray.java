package downbeat.popups.domain.door;

import downbeat.kernel.Nonce;
import java.time.Instant;
import java.util.Comparator;

/** A pass that was shown and belongs to no ticket of this pop-up: forged, of another pop-up, unreadable. */
public record Stray(Nonce nonce, GateId gate, DeviceId device, Instant at, Reason reason) {
    static final Comparator<Stray> IN_TIME =
            Comparator.comparing(Stray::at).thenComparing(stray -> stray.nonce().value());

    private static final Comparator<Stray> BY_WEIGHT = IN_TIME.thenComparing(
                    stray -> stray.gate().value())
            .thenComparing(stray -> stray.device().value())
            .thenComparing(Stray::reason);

    Stray or(Stray other) {
        return BY_WEIGHT.compare(this, other) <= 0 ? this : other;
    }
}
