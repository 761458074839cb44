package downbeat.web.payment;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.kernel.Money;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Where it is put down what is to be done at the provider for a claim; the same thing once. */
record Dues(Handle db, DropId drop, ClaimId claim, Instant at) {
    /** What there is to do. */
    enum Task {
        /** Money is to be given back. */
        REFUND,
        /** Nobody is to pay there any more. */
        CLOSE
    }

    /** What was paid, and gets nobody anything. */
    void refundWhole(PaymentId payment, Money amount) {
        put("whole-" + payment.value(), Task.REFUND, payment.value(), amount);
    }

    /** What is owed for a claim that was paid and is no more. */
    void refundClaim(PaymentId payment, Money amount) {
        put("claim-" + drop.value() + "-" + claim.value(), Task.REFUND, payment.value(), amount);
    }

    void close(String checkout, Money amount) {
        put("close-" + checkout, Task.CLOSE, checkout, amount);
    }

    private void put(String due, Task task, String subject, Money amount) {
        db.createUpdate("INSERT INTO payment_due (due, task, subject, drop_id, claim, minor, currency, state, tries,"
                        + " next_try, claimed_until, due_at)"
                        + " SELECT :due, :task, :subject, :drop, CAST(:claim AS INTEGER), CAST(:minor AS BIGINT),"
                        + " :currency, 'WAITING', 0, CAST(:at AS BIGINT), 0, CAST(:at AS BIGINT)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM payment_due WHERE due = :due)")
                .bind("due", due)
                .bind("task", task.name())
                .bind("subject", subject)
                .bind("drop", drop.value())
                .bind("claim", claim.number())
                .bind("minor", amount.minor())
                .bind("currency", amount.currency().getCurrencyCode())
                .bind("at", at.toEpochMilli())
                .execute();
    }
}
