package downbeat.web.payment;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.kernel.Money;
import downbeat.web.payment.stripe.StripeCheckout;
import downbeat.web.payment.stripe.StripeSettings;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.Tables;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that is owed, on its way back. */
class TellerTest {
    private final HandClock clock = new HandClock();
    private StripeStub stripe;

    @BeforeEach
    void open() throws IOException {
        stripe = new StripeStub();
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void two_nodes_give_everything_back_once_on_h2() throws Exception {
        once(Tables.OF_PAYMENTS.onH2("teller"));
    }

    @Test
    void two_nodes_give_everything_back_once_on_postgresql() throws Exception {
        Tables.OF_PAYMENTS.onPostgresql(this::once);
    }

    private void once(Jdbi database) throws Exception {
        for (int n = 1; n <= 30; n++) {
            owe(database, "pi_" + n, Money.of(n, "EUR"));
            owe(database, "pi_" + n, Money.of(n, "EUR"));
        }
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var rounds = new ArrayList<Future<Integer>>();
            for (int node = 0; node < 2; node++) {
                rounds.add(nodes.submit(() -> teller(database).round()));
            }
            assertThat(rounds.get(0).get() + rounds.get(1).get()).isEqualTo(30);
        }
        assertThat(stripe.requests()).hasSize(30);
        assertThat(stripe.refundsOf("pi_7").getFirst().asked()).containsEntry("amount", "7");
        assertThat(teller(database).round()).isZero();
    }

    @Test
    void a_provider_that_is_away_is_asked_later_and_later_until_it_is_back() throws Exception {
        var database = Tables.OF_PAYMENTS.onH2("teller-away");
        owe(database, "pi_1", Money.of(1200, "EUR"));
        stripe.feels(StripeStub.Mood.DOWN);
        for (int tries = 1; tries <= 12; tries++) {
            assertThat(teller(database).round()).isEqualTo(1);
            assertThat(teller(database).round()).as("not before its time").isZero();
            clock.pass(Pauses.after(tries));
        }
        assertThat(why(database)).contains("500").doesNotContain("sk_test");
        stripe.feels(StripeStub.Mood.WELL);
        assertThat(teller(database).round()).isEqualTo(1);
        assertThat(stripe.refunds()).hasSize(1);
        assertThat(teller(database).round()).isZero();
    }

    @Test
    void what_was_given_back_and_never_answered_is_not_given_back_again_even_when_keys_are_forgotten()
            throws Exception {
        var database = Tables.OF_PAYMENTS.onH2("teller-lost");
        owe(database, "pi_1", Money.of(600, "EUR"));
        stripe.feels(StripeStub.Mood.LOSES_ANSWERS);
        assertThat(teller(database).round()).isEqualTo(1);
        assertThat(stripe.refunds()).hasSize(1);
        stripe.feels(StripeStub.Mood.WELL);
        stripe.forgetsKeys();
        clock.pass(Duration.ofDays(2));
        assertThat(teller(database).round()).isEqualTo(1);
        assertThat(stripe.refunds()).hasSize(1);
        clock.pass(Duration.ofDays(2));
        assertThat(teller(database).round()).isZero();
    }

    @Test
    void what_is_put_down_again_long_after_is_looked_for_first() throws Exception {
        var database = Tables.OF_PAYMENTS.onH2("teller-old");
        var then = clock.instant();
        owe(database, "pi_1", Money.of(600, "EUR"));
        assertThat(teller(database).round()).isEqualTo(1);
        stripe.forgetsKeys();
        clock.pass(Pruning.KEPT.plusDays(1));
        new Pruning(database, drop -> true, clock).round();
        owe(database, "pi_1", Money.of(600, "EUR"), then);
        assertThat(teller(database).round()).isEqualTo(1);
        assertThat(stripe.refunds()).hasSize(1);
    }

    @Test
    void what_a_node_had_in_hand_when_it_died_is_done_by_another() throws Exception {
        var database = Tables.OF_PAYMENTS.onH2("teller-died");
        owe(database, "pi_1", Money.of(600, "EUR"));
        var until = clock.instant().plus(Teller.CLAIM).toEpochMilli();
        database.useHandle(db -> db.execute("UPDATE payment_due SET claimed_until = ?", until));
        assertThat(teller(database).round()).isZero();
        clock.pass(Teller.CLAIM.plusSeconds(1));
        assertThat(teller(database).round()).isEqualTo(1);
        assertThat(stripe.requests()).as("it looks first").containsExactly("GET /v1/refunds", "POST /v1/refunds");
    }

    @Test
    void what_cannot_even_be_asked_for_keeps_neither_itself_nor_the_others_of_its_bag() throws Exception {
        var database = Tables.OF_PAYMENTS.onH2("teller-odd");
        owe(database, "pi_1", Money.of(600, "EUR"));
        owe(database, "pi_2", Money.of(700, "EUR"));
        database.useHandle(db -> db.execute("UPDATE payment_due SET subject = '' WHERE due = 'whole-pi_1'"));
        assertThat(teller(database).round()).isEqualTo(2);
        assertThat(stripe.refunds()).hasSize(1);
        database.useHandle(db -> db.execute("UPDATE payment_due SET subject = 'pi_1' WHERE due = 'whole-pi_1'"));
        clock.pass(Pauses.after(1));
        assertThat(teller(database).round()).isEqualTo(1);
        assertThat(stripe.refunds()).hasSize(2);
    }

    @Test
    void two_currencies_without_a_minor_unit_are_told_in_hundredths() throws Exception {
        var database = Tables.OF_PAYMENTS.onH2("teller-amounts");
        owe(database, "pi_yen", Money.of(500, "JPY"));
        owe(database, "pi_krona", Money.of(500, "ISK"));
        teller(database).round();
        assertThat(stripe.refundsOf("pi_yen").getFirst().asked()).containsEntry("amount", "500");
        assertThat(stripe.refundsOf("pi_krona").getFirst().asked()).containsEntry("amount", "50000");
    }

    private void owe(Jdbi database, String payment, Money amount) {
        owe(database, payment, amount, clock.instant());
    }

    private static void owe(Jdbi database, String payment, Money amount, Instant at) {
        database.useHandle(
                db -> new Dues(db, new DropId("d-1"), ClaimId.of(1), at).refundWhole(new PaymentId(payment), amount));
    }

    private Teller teller(Jdbi database) {
        var settings = new StripeSettings(
                "sk_test_1", StripeEvents.SECRET, stripe.url(), Duration.ofSeconds(10), Duration.ofMinutes(5));
        return new Teller(database, new StripeCheckout(settings), clock);
    }

    private static String why(Jdbi database) {
        return database.withHandle(db -> db.createQuery("SELECT why FROM payment_due")
                .mapTo(String.class)
                .one());
    }
}
