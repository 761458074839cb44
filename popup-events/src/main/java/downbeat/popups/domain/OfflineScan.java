package downbeat.popups.domain;

import downbeat.kernel.Nonce;
import downbeat.kernel.bound.Bounds;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Scan;
import downbeat.popups.domain.door.Stray;
import downbeat.popups.domain.door.Supervision;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a device scanned and decided alone.
 *
 * @param ticket empty when the pass told none that could be believed
 * @param issue of the pass, from 0
 * @param at on the clock of the device
 * @param reason why it let in or did not
 */
public record OfflineScan(
        Nonce nonce,
        Optional<TicketId> ticket,
        int issue,
        GateId gate,
        DeviceId device,
        Direction direction,
        Instant at,
        Reason reason,
        Optional<Supervision> supervision) {
    public OfflineScan {
        Bounds.number("issue", issue, 0, Integer.MAX_VALUE);
        Bounds.require(
                (reason == Reason.OVERRIDDEN) == supervision.isPresent(),
                "supervision must be there if and only if reason is OVERRIDDEN");
    }

    Scan scan() {
        return new Scan(nonce, gate, device, direction, at, issue, reason, true, supervision);
    }

    Stray stray() {
        return new Stray(nonce, gate, device, at, reason);
    }
}
