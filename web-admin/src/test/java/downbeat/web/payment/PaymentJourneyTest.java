package downbeat.web.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.database.Vendor;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A set of 12.00 € is claimed and paid at a provider that stands on this machine. */
@ParameterizedClass(name = "on {0}")
@EnumSource(Vendor.class)
class PaymentJourneyTest {
    private final HandClock clock = new HandClock();
    private final Vendor database;
    private Till till;
    private StripeStub stripe;
    private Stage stage;
    private Visitor tara;
    private Visitor mia;
    private String popUp;
    private String drop;
    private int told;

    PaymentJourneyTest(Vendor database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws IOException {
        till = new Till(database, clock);
        stripe = till.stripe();
        stage = till.stage();
        tara = stage.organizer("tara");
        mia = stage.named("mia");
        popUp = PopUpBodies.published(tara);
        drop = DropBodies.open(tara, DropBodies.at(popUp, "perMember", 3));
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void who_pays_in_time_has_the_units_and_gets_the_money_back_with_the_claim() {
        var held = claim("one").expecting(201).json();
        assertThat(held.get("status").asText()).isEqualTo("HELD");
        assertThat(claim("one").expecting(201).json().get("checkout"))
                .as("the same key is the same page")
                .isEqualTo(held.get("checkout"));
        assertThat(stripe.sessions()).hasSize(1);
        var session = stripe.sessions().getFirst();
        assertThat(held.get("checkout").asText()).isEqualTo(session.url());
        assertThat(session.asked())
                .containsEntry("line_items[0][price_data][unit_amount]", "1200")
                .containsEntry("line_items[0][price_data][currency]", "eur")
                .containsEntry("line_items[0][price_data][product_data][name]", "After-ride set, Threshold capsule")
                .containsEntry("success_url", "https://studio.example/drops/" + drop);
        assertThat(stripe.authorization()).isEqualTo("Bearer sk_test_of_the_tests");
        assertThat(mia.get(path()).json().at("/mine/claims/0/checkout").asText())
                .isEqualTo(session.url());
        assertThat(mia.get(path()).json().get("paying"))
                .extracting(JsonNode::asText)
                .containsExactly("AT_PICKUP", "ONLINE");

        StripeEvents.tell(stage.anonymous(), StripeEvents.paid("evt_unpaid", session, "pi_1", 1200, "unpaid"))
                .expecting(204);
        assertThat(status("1")).as("a bank that has not paid yet").isEqualTo("HELD");
        var event = StripeEvents.paid("evt_1", session, "pi_1", 1200, "paid");
        for (int times = 0; times < 3; times++) {
            StripeEvents.tell(stage.anonymous(), event).expecting(204);
        }
        pay(session, "pi_1", 1200);
        assertThat(status("1")).isEqualTo("CONFIRMED");
        assertThat(claimed("1").get("settlement").asText()).isEqualTo("PAID_ONLINE");
        assertThat(claimed("1").get("checkout").isNull()).isTrue();

        pay(session, "pi_other", 1200);
        Awaitility.await().until(() -> stripe.refundsOf("pi_other").size() == 1);
        assertThat(status("1")).as("paid twice is one claim").isEqualTo("CONFIRMED");
        assertThat(stripe.refundsOf("pi_1")).isEmpty();

        mia.post(path() + "/claims/1/release").expecting(200);
        Awaitility.await().until(() -> stripe.refundsOf("pi_1").size() == 1);
        assertThat(stripe.refundsOf("pi_1").getFirst().asked()).containsEntry("amount", "1200");
        StripeEvents.tell(stage.anonymous(), event).expecting(204);
        pay(session, "pi_1", 1200);
        assertThat(stripe.refundsOf("pi_1")).hasSize(1);
        assertThat(stripe.closed()).isEmpty();
    }

    @Test
    void who_pays_too_late_too_much_or_for_what_is_cancelled_gets_the_money_back_once_and_no_unit() {
        claim("late").expecting(201);
        var late = stripe.sessions().getFirst();
        clock.pass(Duration.ofMinutes(6));
        pay(late, "pi_late", 1200);
        pay(late, "pi_late", 1200);
        assertThat(claimed("1").get("cause").asText()).isEqualTo("HOLD_EXPIRED");
        Awaitility.await().until(() -> stripe.closed().contains(late.id()));

        claim("wrong").expecting(201);
        var wrong = stripe.sessionOf("2");
        pay(wrong, "pi_wrong", 1);
        assertThat(status("2")).isEqualTo("HELD");

        tara.post(path() + "/cancel", Map.of("reason", "Rain")).expecting(200);
        pay(wrong, "pi_over", 1200);
        Awaitility.await().until(() -> stripe.refunds().size() == 3);
        assertThat(stripe.refunds())
                .extracting(refund -> refund.asked().get("payment_intent") + " "
                        + refund.asked().get("amount"))
                .containsExactlyInAnyOrder("pi_late 1200", "pi_wrong 1", "pi_over 1200");
        assertThat(status("2")).isEqualTo("RELEASED");
    }

    @Test
    void nobody_but_the_provider_says_that_something_is_paid() {
        claim("one").expecting(201);
        var event = StripeEvents.paid("evt_1", stripe.sessions().getFirst(), "pi_1", 1200, "paid");
        var now = clock.instant();
        for (var signature : List.of(
                "",
                "t=1,v1=00",
                StripeEvents.signature(event, "whsec_guessed", now),
                StripeEvents.signature(new byte[] {'{', '}'}, StripeEvents.SECRET, now),
                StripeEvents.signature(event, StripeEvents.SECRET, now.minusSeconds(301)))) {
            assertThat(StripeEvents.tell(stage.anonymous(), event, signature)
                            .expecting(400)
                            .json()
                            .get("field")
                            .asText())
                    .isEqualTo("Stripe-Signature");
        }
        assertThat(status("1")).isEqualTo("HELD");
    }

    @Test
    void without_the_provider_nothing_is_held() {
        stripe.feels(StripeStub.Mood.DOWN);
        assertThat(claim("one").expecting(503).header("Retry-After")).isNotEmpty();
        assertThat(status("1")).isEqualTo("RELEASED");
        assertThat(mia.get(path()).json().at("/bundles/0/left").asInt()).isEqualTo(3);
        stripe.feels(StripeStub.Mood.WELL);
        claim("one").expecting(503);
        assertThat(claim("two").expecting(201).json().get("status").asText()).isEqualTo("HELD");
        assertThat(stripe.sessions()).hasSize(1);
    }

    private Reply claim(String key) {
        var order = new HashMap<>(DropBodies.order(popUp, "early"));
        order.put("paying", "ONLINE");
        return mia.post(path() + "/claims", order, key);
    }

    private String path() {
        return DropBodies.ALL + "/" + drop;
    }

    private JsonNode claimed(String claim) {
        return Objects.requireNonNull(mia.get(path()).json().at("/mine/claims").get(Integer.parseInt(claim) - 1));
    }

    private String status(String claim) {
        return claimed(claim).get("status").asText();
    }

    private void pay(StripeStub.Session session, String payment, long amount) {
        told += 1;
        var event = StripeEvents.paid("evt_told_" + told, session, payment, amount, "paid");
        StripeEvents.tell(stage.anonymous(), event, clock.instant()).expecting(204);
    }
}
