package downbeat.web.payment;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.kernel.Money;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Where it is put down what is to be done at the provider; the same thing once. */
final class Dues {
    /** What there is to do. */
    enum Task {
        /** Money is to be given back. */
        REFUND,
        /** Nobody is to pay there any more. */
        CLOSE
    }

    private Dues() {}

    /** What was paid, and gets nobody anything. */
    static void refundWhole(Handle db, PaymentId payment, Money amount, Instant at) {
        put(db, "whole-" + payment.value(), Task.REFUND, payment.value(), amount, at);
    }

    /** What is owed for a claim that was paid and is no more. */
    static void refundClaim(Handle db, DropId drop, ClaimId claim, PaymentId payment, Money amount, Instant at) {
        put(db, "claim-" + drop.value() + "-" + claim.value(), Task.REFUND, payment.value(), amount, at);
    }

    static void close(Handle db, String checkout, Money amount, Instant at) {
        put(db, "close-" + checkout, Task.CLOSE, checkout, amount, at);
    }

    private static void put(Handle db, String due, Task task, String subject, Money amount, Instant at) {
        db.createUpdate("INSERT INTO payment_due"
                        + " (due, task, subject, minor, currency, state, tries, next_try, claimed_until, due_at)"
                        + " SELECT :due, :task, :subject, CAST(:minor AS BIGINT), :currency, 'WAITING', 0,"
                        + " CAST(:at AS BIGINT), 0, CAST(:at AS BIGINT)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM payment_due WHERE due = :due)")
                .bind("due", due)
                .bind("task", task.name())
                .bind("subject", subject)
                .bind("minor", amount.minor())
                .bind("currency", amount.currency().getCurrencyCode())
                .bind("at", at.toEpochMilli())
                .execute();
    }
}
