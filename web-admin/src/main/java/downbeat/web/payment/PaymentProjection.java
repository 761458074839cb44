package downbeat.web.payment;

import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.drops.domain.DropEvent;
import downbeat.drops.domain.DropEvent.*;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.kernel.Money;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Puts down what is owed back when a claim is released, exactly once: in the transaction of the fact's position. */
public final class PaymentProjection implements View<DropEvent> {
    @Override
    public String name() {
        return "payment";
    }

    @Override
    public void apply(Handle db, Recorded<DropEvent> fact) {
        var drop = new DropId(fact.entityId());
        switch (fact.event()) {
            case ClaimPaid e -> paid(db, drop, e);
            case ClaimReleased e -> released(db, drop, e);
            case DropComposed e -> {}
            case DropEdited e -> {}
            case DropAnnounced e -> {}
            case DropOpened e -> {}
            case DropClosed e -> {}
            case DropCancelled e -> {}
            case LineEntered e -> {}
            case WaitingJoined e -> {}
            case WaitingLeft e -> {}
            case ClaimHeld e -> {}
            case BundleClaimed e -> {}
            case UnitsOffered e -> {}
            case OfferAccepted e -> {}
            case ClaimsMadeReady e -> {}
            case ClaimHandedOver e -> {}
            case ClaimRehomed e -> {}
            case AttendanceNoted e -> {}
            case ComponentRestocked e -> {}
            case PointClosed e -> {}
            case PointMoved e -> {}
            case HandoverDisputed e -> {}
        }
    }

    private static void paid(Handle db, DropId drop, ClaimPaid fact) {
        db.createUpdate("DELETE FROM payment_paid WHERE drop_id = :drop AND claim = :claim")
                .bind("drop", drop.value())
                .bind("claim", fact.claim().number())
                .execute();
        db.createUpdate("INSERT INTO payment_paid (drop_id, claim, payment) VALUES (:drop, :claim, :payment)")
                .bind("drop", drop.value())
                .bind("claim", fact.claim().number())
                .bind("payment", fact.payment().value())
                .execute();
    }

    /** What was not paid yet is not to be paid any more. */
    private static void released(Handle db, DropId drop, ClaimReleased fact) {
        var dues = new Dues(db, drop, fact.claim(), fact.at());
        var payment = payment(db, drop, fact.claim());
        if (payment.isEmpty()) {
            checkout(db, drop, fact.claim())
                    .ifPresent(open -> dues.close(open, Money.zero(fact.refund().currency())));
        } else if (!fact.refund().isZero()) {
            dues.refundClaim(payment.get(), fact.refund());
        }
    }

    private static Optional<PaymentId> payment(Handle db, DropId drop, ClaimId claim) {
        return db.createQuery("SELECT payment FROM payment_paid WHERE drop_id = :drop AND claim = :claim")
                .bind("drop", drop.value())
                .bind("claim", claim.number())
                .map((row, context) -> new PaymentId(row.getString("payment")))
                .findOne();
    }

    private static Optional<String> checkout(Handle db, DropId drop, ClaimId claim) {
        return db.createQuery("SELECT checkout FROM payment_checkout WHERE drop_id = :drop AND claim = :claim")
                .bind("drop", drop.value())
                .bind("claim", claim.number())
                .mapTo(String.class)
                .findOne();
    }
}
