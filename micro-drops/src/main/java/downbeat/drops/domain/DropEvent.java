package downbeat.drops.domain;

import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Dispute;
import downbeat.drops.domain.claim.Handover;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Waiting;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Seed;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.AccountId;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that can happen to a drop. Stored for good: add, never change. */
public sealed interface DropEvent {
    Instant at();

    record DropComposed(AccountId trainer, DropDetails details, Instant at) implements DropEvent {}

    record DropEdited(DropDetails details, Instant at) implements DropEvent {}

    /** @param seed secret until the drop opens */
    record DropAnnounced(Seed seed, Instant at) implements DropEvent {}

    record DropOpened(List<Attendee> attendees, Instant at) implements DropEvent {
        public DropOpened {
            attendees = List.copyOf(attendees);
        }
    }

    /** The class says something else of somebody than it did. */
    record AttendanceNoted(Attendee attendee, Instant at) implements DropEvent {}

    record DropClosed(Instant at) implements DropEvent {}

    record DropCancelled(String reason, Instant at) implements DropEvent {}

    record ComponentRestocked(PointId point, ComponentId component, int stock, Instant at) implements DropEvent {}

    /** Nothing is collected there any more. */
    record PointClosed(PointId point, String reason, Instant at) implements DropEvent {}

    /** @param point as it is now: its windows have moved with the pop-up */
    record PointMoved(CollectionPoint point, Instant at) implements DropEvent {}

    record LineEntered(ParticipantId who, Instant at) implements DropEvent {}

    /** Kept until it is paid. */
    record ClaimHeld(ClaimId claim, ParticipantId who, Order order, Money price, Instant until, Instant at)
            implements DropEvent {}

    /** Theirs at once. */
    record BundleClaimed(ClaimId claim, ParticipantId who, Order order, Money price, Settlement settlement, Instant at)
            implements DropEvent {}

    record ClaimPaid(ClaimId claim, PaymentId payment, Instant at) implements DropEvent {}

    /** @param refund what was paid and is owed back; nothing when nothing was */
    record ClaimReleased(ClaimId claim, Cause cause, Money refund, Instant at) implements DropEvent {}

    record WaitingJoined(Waiting waiting, Instant at) implements DropEvent {}

    record WaitingLeft(ParticipantId who, Instant at) implements DropEvent {}

    record UnitsOffered(ClaimId claim, ParticipantId who, Order order, Money price, Instant until, Instant at)
            implements DropEvent {}

    /** @param heldUntil empty unless it is still to be paid online */
    record OfferAccepted(ClaimId claim, Settlement settlement, Optional<Instant> heldUntil, Instant at)
            implements DropEvent {}

    record ClaimsMadeReady(List<ClaimId> claims, Instant at) implements DropEvent {
        public ClaimsMadeReady {
            claims = List.copyOf(claims);
        }
    }

    /** @param paid whether what was due was paid at the counter now */
    record ClaimHandedOver(ClaimId claim, Handover handover, boolean paid, Instant at) implements DropEvent {}

    /**
     * A counter handed over on its own what cannot have been right beside what was known by then.
     *
     * @param paid whether what was due was paid there
     */
    record HandoverDisputed(ClaimId claim, Dispute dispute, boolean paid, Instant at) implements DropEvent {}

    record ClaimRehomed(ClaimId claim, Order order, Instant at) implements DropEvent {}
}
