package downbeat.drops.entity;

import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Dispute;
import downbeat.drops.domain.claim.Handover;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A claim. For its member, for those at its counter and for the trainer.
 *
 * @param until when it ends by itself, if it does
 * @param left units that are still to be handed over
 * @param at when its status became what it is
 */
public record ClaimCard(
        ClaimId id,
        ParticipantId who,
        Order order,
        Money price,
        Settlement settlement,
        Status status,
        Optional<Instant> until,
        int left,
        List<Handover> handovers,
        List<Dispute> disputes,
        Optional<Cause> cause,
        Instant at) {
    public ClaimCard {
        handovers = List.copyOf(handovers);
        disputes = List.copyOf(disputes);
    }
}
