package downbeat.web.payment;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.entity.Recorded;
import downbeat.drops.domain.DropEvent;
import downbeat.drops.domain.DropEvent.ClaimHeld;
import downbeat.drops.domain.DropEvent.ClaimPaid;
import downbeat.drops.domain.DropEvent.ClaimReleased;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.web.stage.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Facts of two drops, each heard twice, and what is put down to be done at the provider. */
class PaymentProjectionTest {
    private static final DropId CAPSULE = new DropId("d-capsule");
    private static final DropId ANOTHER = new DropId("d-another");
    private static final ClaimId ONE = ClaimId.of(1);
    private static final ClaimId SECOND = ClaimId.of(2);
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final Money PRICE = Money.of(2400, "EUR");

    private long sequence;

    @Test
    void claims_are_refunded_and_checkouts_are_closed_on_h2() throws Exception {
        walk(Tables.OF_PAYMENTS.onH2("payment-view"));
    }

    @Test
    void claims_are_refunded_and_checkouts_are_closed_on_postgresql() throws Exception {
        Tables.OF_PAYMENTS.onPostgresql(this::walk);
    }

    private void walk(Jdbi database) throws ProviderFailed {
        paidAndReleased(database);
        releasedUnpaid(database);
        nothingOwed(database);
        paidAnew(database);
        assertThat(dues(database)).as("each once").hasSize(4);
    }

    private void paidAndReleased(Jdbi database) {
        hear(database, CAPSULE, new ClaimPaid(ONE, new PaymentId("pi_1"), NOON));
        hear(database, CAPSULE, new ClaimPaid(SECOND, new PaymentId("pi_2"), NOON));
        assertThat(dues(database)).as("nothing yet").isEmpty();
        hear(database, CAPSULE, released(ONE, Cause.CANCELLED, 2400));
        hear(database, CAPSULE, released(SECOND, Cause.POINT_CLOSED, 1200));
        assertThat(dues(database))
                .containsExactly(
                        "claim-d-capsule-1 REFUND pi_1 2400 EUR WAITING",
                        "claim-d-capsule-2 REFUND pi_2 1200 EUR WAITING");
    }

    private void releasedUnpaid(Jdbi database) throws ProviderFailed {
        open(database, ClaimId.of(3));
        var order = new Order(new BundleId("set"), 2, PointId.ONLINE, Optional.empty());
        hear(database, CAPSULE, new ClaimHeld(ClaimId.of(3), new ParticipantId("m-mia"), order, PRICE, LATER, NOON));
        hear(database, CAPSULE, released(ClaimId.of(3), Cause.HOLD_EXPIRED, 0));
        assertThat(dues(database)).contains("close-cs_3 CLOSE cs_3 0 EUR WAITING");
    }

    private void nothingOwed(Jdbi database) {
        hear(database, CAPSULE, released(ClaimId.of(4), Cause.CANCELLED, 2400));
        hear(database, CAPSULE, new ClaimPaid(ClaimId.of(5), new PaymentId("pi_5"), NOON));
        hear(database, CAPSULE, released(ClaimId.of(5), Cause.NO_SHOW, 0));
        hear(database, ANOTHER, released(ONE, Cause.CANCELLED, 2400));
        assertThat(dues(database)).hasSize(3);
    }

    private void paidAnew(Jdbi database) {
        hear(database, ANOTHER, new ClaimPaid(SECOND, new PaymentId("pi_before"), NOON));
        hear(database, ANOTHER, new ClaimPaid(SECOND, new PaymentId("pi_after"), LATER));
        hear(database, ANOTHER, released(SECOND, Cause.WITHDRAWN, 2400));
        assertThat(dues(database)).contains("claim-d-another-2 REFUND pi_after 2400 EUR WAITING");
    }

    private static ClaimReleased released(ClaimId claim, Cause cause, long refund) {
        return new ClaimReleased(claim, cause, Money.of(refund, "EUR"), LATER);
    }

    private void hear(Jdbi database, DropId drop, DropEvent event) {
        sequence += 1;
        var fact = new Recorded<>(drop.value(), sequence, event.at(), event);
        for (int time = 0; time < 2; time++) {
            database.useTransaction(db -> new PaymentProjection().apply(db, fact));
        }
    }

    private static void open(Jdbi database, ClaimId claim) throws ProviderFailed {
        new Checkouts(
                        database,
                        Optional.of(new Provider()),
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        "https://studio.example")
                .open(new Bill(CAPSULE, claim, PRICE, "Set", LATER, "https://studio.example"));
    }

    /** Opens checkouts named after their claims. */
    private static final class Provider implements Checkout {
        @Override
        public Opened open(Bill bill) {
            var id = "cs_" + bill.claim().value();
            return new Opened(id, "https://pay.example/" + id);
        }

        @Override
        public void close(String checkout) {
            throw new AssertionError("a view asks nobody");
        }

        @Override
        public void refund(String due, PaymentId payment, Money amount, boolean again) {
            throw new AssertionError("a view asks nobody");
        }
    }

    private static List<String> dues(Jdbi database) {
        return database.withHandle(db -> db.createQuery("SELECT * FROM payment_due ORDER BY due")
                .map((row, context) -> String.join(
                        " ",
                        row.getString("due"),
                        row.getString("task"),
                        row.getString("subject"),
                        row.getString("minor"),
                        row.getString("currency"),
                        row.getString("state")))
                .list());
    }
}
