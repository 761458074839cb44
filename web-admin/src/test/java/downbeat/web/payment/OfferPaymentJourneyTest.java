package downbeat.web.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.database.Vendor;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The only set there is comes back, and is offered to those who wait and pay at the provider. */
@ParameterizedClass(name = "on {0}")
@EnumSource(Vendor.class)
class OfferPaymentJourneyTest {
    private static final Map<String, Object> ONLINE = Map.of("paying", "ONLINE");

    private final HandClock clock = new HandClock();
    private final Vendor database;
    private Till till;
    private StripeStub stripe;
    private Stage stage;
    private Visitor noah;
    private Visitor lea;
    private String path;

    OfferPaymentJourneyTest(Vendor database) {
        this.database = database;
    }

    @BeforeEach
    void give() throws IOException {
        till = new Till(database, clock);
        stripe = till.stripe();
        stage = till.stage();
        var story = OfferStory.tell(stage);
        noah = story.noah();
        lea = story.lea();
        path = story.path();
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void who_accepts_and_does_not_pay_loses_the_unit_to_the_next_who_does() {
        var held = accept(noah, "noah-1").expecting(201).json();
        var first = stripe.sessionOf("2");
        assertThat(held.get("status").asText()).isEqualTo("HELD");
        assertThat(held.get("checkout").asText()).isEqualTo(first.url());
        assertThat(first.asked()).containsEntry("line_items[0][price_data][unit_amount]", "1200");
        assertThat(mine(noah).at("/claims/0/checkout").asText()).isEqualTo(first.url());
        assertThat(mine(lea).get("waiting").get("position").asInt()).isEqualTo(1);

        clock.pass(Duration.ofMinutes(6));
        assertThat(awaitOffer(lea).get("claimId").asText()).isEqualTo("3");
        assertThat(mine(noah).at("/claims/0/cause").asText()).isEqualTo("HOLD_EXPIRED");
        Awaitility.await().until(() -> stripe.closed().contains(first.id()));
        pay(first, "pi_late");
        Awaitility.await().until(() -> stripe.refundsOf("pi_late").size() == 1);

        var hers = accept(lea, "lea-1").expecting(201).json();
        assertThat(accept(lea, "lea-1").expecting(201).json())
                .as("the same again")
                .isEqualTo(hers);
        accept(lea, "lea-2").expecting(409);
        assertThat(stripe.sessions()).hasSize(2);
        pay(stripe.sessionOf("3"), "pi_lea");
        var claim = mine(lea).at("/claims/0");
        assertThat(claim.get("status").asText()).isEqualTo("CONFIRMED");
        assertThat(claim.get("settlement").asText()).isEqualTo("PAID_ONLINE");
        assertThat(claim.get("code").asText()).isNotEmpty();
        assertThat(lea.get(path).json().at("/bundles/0/left").asInt()).isZero();
        assertThat(stripe.refunds()).hasSize(1);
    }

    @Test
    void who_accepts_while_the_provider_is_away_keeps_the_offer() {
        stripe.feels(StripeStub.Mood.DOWN);
        assertThat(accept(noah, "noah-1").expecting(503).header("Retry-After")).isNotEmpty();
        assertThat(awaitOffer(noah).get("claimId").asText()).isEqualTo("2");
        stripe.feels(StripeStub.Mood.LOSES_ANSWERS);
        accept(noah, "noah-1").expecting(503);
        clock.pass(Duration.ofMinutes(2));
        stripe.feels(StripeStub.Mood.WELL);
        var held = accept(noah, "noah-1").expecting(201).json();
        assertThat(held.get("checkout").asText())
                .isEqualTo(stripe.sessionOf("2").url());
        assertThat(stripe.sessions()).hasSize(1);
        pay(stripe.sessionOf("2"), "pi_noah");
        assertThat(mine(noah).at("/claims/0/status").asText()).isEqualTo("CONFIRMED");
        assertThat(stripe.refunds()).isEmpty();
    }

    @Test
    void who_could_not_pay_online_may_still_pay_at_the_counter() {
        stripe.feels(StripeStub.Mood.DOWN);
        accept(noah, "noah-1").expecting(503);
        var claim = noah.post(path + "/offer/accept", Map.of("paying", "AT_PICKUP"))
                .expecting(201)
                .json();
        assertThat(claim.get("status").asText()).isEqualTo("CONFIRMED");
        assertThat(claim.get("settlement").asText()).isEqualTo("DUE_AT_PICKUP");
        assertThat(stripe.sessions()).isEmpty();
    }

    private Reply accept(Visitor who, String key) {
        return who.post(path + "/offer/accept", ONLINE, key);
    }

    private JsonNode mine(Visitor who) {
        return who.get(path).expecting(200).json().get("mine");
    }

    /** Deadlines are kept by the drop itself, a moment after they are over. */
    private JsonNode awaitOffer(Visitor who) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mine(who).get("offer"), offer -> !offer.isNull());
    }

    private void pay(StripeStub.Session session, String payment) {
        var event = StripeEvents.paid("evt_" + payment, session, payment, 1200, "paid");
        StripeEvents.tell(stage.anonymous(), event, clock.instant()).expecting(204);
    }
}
