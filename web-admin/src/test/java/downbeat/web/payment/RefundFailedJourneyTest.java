package downbeat.web.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.database.Vendor;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A claim is paid and given back, and the bank does not take the money. */
@ParameterizedClass(name = "on {0}")
@EnumSource(Vendor.class)
class RefundFailedJourneyTest {
    private final Vendor database;
    private Till till;
    private StripeStub stripe;
    private Stage stage;
    private Visitor tara;
    private Visitor mia;
    private String path;

    RefundFailedJourneyTest(Vendor database) {
        this.database = database;
    }

    @BeforeEach
    void giveBack() throws IOException {
        till = new Till(database, Clock.systemUTC());
        stripe = till.stripe();
        stage = till.stage();
        tara = stage.organizer("tara");
        mia = stage.named("mia");
        var popUp = PopUpBodies.published(tara);
        path = DropBodies.ALL + "/" + DropBodies.open(tara, DropBodies.at(popUp));
        var order = new HashMap<>(DropBodies.order(popUp, "early"));
        order.put("paying", "ONLINE");
        mia.post(path + "/claims", order).expecting(201);
        StripeEvents.tell(stage.anonymous(), StripeEvents.paid("evt_paid", stripe.sessionOf("1"), "pi_1", 1200, "paid"))
                .expecting(204);
        mia.post(path + "/claims/1/release").expecting(200);
        Awaitility.await().until(() -> stripe.refundsOf("pi_1").size() == 1);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void the_trainer_and_the_member_see_it_until_it_is_paid_back_another_way() {
        assertThat(failed()).isEmpty();
        assertThat(mine().get("refundFailed").asBoolean()).isFalse();
        tara.post(path + "/claims/1/refund/settle").expecting(404);

        for (int times = 0; times < 2; times++) {
            tell("evt_failed", "refund.failed", "failed", due());
        }
        assertThat(failed()).hasSize(1);
        var refund = failed().get(0);
        assertThat(refund.get("claimId").asText()).isEqualTo("1");
        assertThat(refund.at("/amount/minor").asInt()).isEqualTo(1200);
        assertThat(refund.get("reason").asText()).isEqualTo("expired_or_canceled_card");
        assertThat(mine().get("refundFailed").asBoolean()).isTrue();
        Awaitility.await("the wallet, which finds claims by a list that lags by a moment")
                .until(() -> mia.get("/api/v1/me/claims")
                        .json()
                        .at("/items/0/mine/claims/0/refundFailed")
                        .asBoolean());

        mia.post(path + "/claims/1/refund/settle").expecting(403);
        stage.organizer("tom").post(path + "/claims/1/refund/settle").expecting(404);
        for (int times = 0; times < 2; times++) {
            tara.post(path + "/claims/1/refund/settle").expecting(204);
        }
        assertThat(failed()).isEmpty();
        assertThat(mine().get("refundFailed").asBoolean()).isFalse();
        tell("evt_again", "charge.refund.updated", "failed", due());
        assertThat(failed()).as("the same told under another name").isEmpty();
        assertThat(stripe.refunds()).as("nothing is given back by itself").hasSize(1);
    }

    @Test
    void only_what_was_due_here_and_has_failed_is_one() {
        tell("evt_by_hand", "refund.failed", "failed", "somebody-elses");
        tell("evt_arrived", "refund.updated", "succeeded", due());
        StripeEvents.tell(
                        stage.anonymous(),
                        StripeEvents.event("evt_bare", "refund.failed", Map.of("id", "re_9", "status", "failed")))
                .expecting(204);
        assertThat(failed()).isEmpty();
        tell("evt_older", "charge.refund.updated", "canceled", due());
        assertThat(failed()).hasSize(1);
    }

    @Test
    void what_came_too_much_and_cannot_go_back_is_one_too() {
        StripeEvents.tell(stage.anonymous(), StripeEvents.paid("evt_more", stripe.sessionOf("1"), "pi_2", 1200, "paid"))
                .expecting(204);
        Awaitility.await().until(() -> stripe.refundsOf("pi_2").size() == 1);
        tell(
                "evt_2",
                "refund.failed",
                "failed",
                stripe.refundsOf("pi_2").getFirst().due());
        tell("evt_1", "refund.failed", "failed", due());
        assertThat(failed()).hasSize(2);
        tara.post(path + "/claims/1/refund/settle").expecting(204);
        assertThat(failed()).isEmpty();
    }

    private String due() {
        return stripe.refundsOf("pi_1").getFirst().due();
    }

    private void tell(String event, String type, String status, String due) {
        StripeEvents.tell(stage.anonymous(), StripeEvents.refund(event, type, status, due))
                .expecting(204);
    }

    private JsonNode failed() {
        return tara.get(path + "/figures").expecting(200).json().get("failedRefunds");
    }

    private JsonNode mine() {
        return mia.get(path).expecting(200).json().at("/mine/claims/0");
    }
}
