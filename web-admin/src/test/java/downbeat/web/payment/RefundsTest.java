package downbeat.web.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.kernel.Money;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.Tables;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Refunds that were made and have failed since. */
class RefundsTest {
    private static final Tables BEFORE =
            new Tables(List.of("/db/payment/V1__payment.sql", "/db/payment/V2__payment_age.sql"));
    private static final Tables REFUSED = new Tables(List.of("/db/payment/V3__payment_refused.sql"));
    private static final DropId CAPSULE = new DropId("d-capsule");
    private static final ClaimId ONE = ClaimId.of(1);
    private static final ClaimId SECOND = ClaimId.of(2);

    private final HandClock clock = new HandClock();

    @Test
    void what_failed_is_kept_counted_and_settled_once_on_h2() throws Exception {
        walk(Tables.OF_PAYMENTS.onH2("refunds"));
    }

    @Test
    void what_failed_is_kept_counted_and_settled_once_on_postgresql() throws Exception {
        Tables.OF_PAYMENTS.onPostgresql(this::walk);
    }

    private void walk(Jdbi database) {
        var refunds = new Refunds(database, clock);
        owe(database, ONE, "pi_1");
        owe(database, SECOND, "pi_2");
        assertThat(counted(database)).containsExactly(2, 0);
        database.useHandle(db -> db.execute("UPDATE payment_due SET state = 'DONE', done_at = ?", clock.millis()));

        assertThat(refunds.fail("claim-d-capsule-1", "lost_or_stolen_card")).isTrue();
        assertThat(refunds.fail("claim-d-capsule-1", "unknown"))
                .as("the same again")
                .isFalse();
        assertThat(refunds.fail("claim-d-another-1", "unknown"))
                .as("nobody owed that")
                .isFalse();
        assertThat(refunds.failed(CAPSULE))
                .extracting(Refunds.Failed::claim, Refunds.Failed::amount, Refunds.Failed::reason)
                .containsExactly(tuple(ONE, Money.of(1200, "EUR"), "lost_or_stolen_card"));
        assertThat(refunds.failed(CAPSULE, Set.of(ONE, SECOND))).containsExactly(ONE);
        assertThat(refunds.failed(new DropId("d-another"))).isEmpty();
        assertThat(counted(database)).containsExactly(0, 1);

        clock.pass(Pruning.KEPT.plusDays(1));
        new Pruning(database, drop -> true, clock).round();
        assertThat(refunds.failed(CAPSULE)).as("it is owed however old it is").hasSize(1);
        assertThat(refunds.settle(CAPSULE, SECOND)).as("it went back long ago").isFalse();
        assertThat(refunds.settle(CAPSULE, ONE)).isTrue();
        assertThat(refunds.settle(CAPSULE, ONE)).as("the same again").isTrue();
        assertThat(refunds.failed(CAPSULE)).isEmpty();
        assertThat(counted(database)).containsExactly(0, 0);

        clock.pass(Pruning.KEPT.plusDays(1));
        assertThat(new Pruning(database, drop -> true, clock).round()).isEqualTo(1);
    }

    @Test
    void what_was_due_before_knows_its_claim_on_h2() throws Exception {
        older(BEFORE.onH2("refunds-older"));
    }

    @Test
    void what_was_due_before_knows_its_claim_on_postgresql() throws Exception {
        BEFORE.onPostgresql(this::older);
    }

    private void older(Jdbi database) throws Exception {
        database.useHandle(db -> {
            db.execute("INSERT INTO payment_paid (drop_id, claim, payment) VALUES ('d-capsule', 2, 'pi_2')");
            for (var payment : List.of("pi_2", "pi_unknown")) {
                db.execute(
                        "INSERT INTO payment_due (due, task, subject, minor, currency, state, tries, next_try,"
                                + " claimed_until, due_at) VALUES (?, 'REFUND', ?, 1200, 'EUR', 'DONE', 1, 0, 0, 0)",
                        payment,
                        payment);
            }
        });
        REFUSED.filled(database);
        var refunds = new Refunds(database, clock);
        assertThat(refunds.fail("pi_2", "unknown")).isTrue();
        assertThat(refunds.fail("pi_unknown", "unknown")).isTrue();
        assertThat(refunds.failed(CAPSULE)).extracting(Refunds.Failed::claim).containsExactly(SECOND);
        assertThat(counted(database)).containsExactly(0, 2);
    }

    private void owe(Jdbi database, ClaimId claim, String payment) {
        database.useHandle(db -> new Dues(db, CAPSULE, claim, clock.instant())
                .refundClaim(new PaymentId(payment), Money.of(1200, "EUR")));
    }

    /** What waits and what has failed. */
    private static List<Integer> counted(Jdbi database) {
        var metrics = new SimpleMeterRegistry();
        new PaymentMeter(database, metrics).count();
        return List.of("waiting", "failed").stream()
                .map(what ->
                        (int) metrics.get("downbeat.refunds." + what).gauge().value())
                .toList();
    }
}
