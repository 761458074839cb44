package downbeat.web.payment;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.database.Vendor;
import downbeat.drops.domain.DropId;
import downbeat.drops.entity.Drops;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Three sets are paid online, and one of them is handed over before the claim ends. */
@ParameterizedClass(name = "on {0}")
@EnumSource(Vendor.class)
class PartRefundJourneyTest {
    private final Vendor database;
    private Till till;
    private StripeStub stripe;
    private Stage stage;
    private Visitor tara;
    private Visitor mia;
    private String path;
    private byte[] paid = {};

    PartRefundJourneyTest(Vendor database) {
        this.database = database;
    }

    @BeforeEach
    void handOverOne() throws IOException {
        till = new Till(database, Clock.systemUTC());
        stripe = till.stripe();
        stage = till.stage();
        tara = stage.organizer("tara");
        mia = stage.named("mia");
        var popUp = PopUpBodies.published(tara);
        var drop = DropBodies.open(tara, DropBodies.at(popUp, "perMember", 3));
        path = DropBodies.ALL + "/" + drop;
        var order = new HashMap<>(DropBodies.order(popUp, "early"));
        order.put("units", 3);
        order.put("paying", "ONLINE");
        mia.post(path + "/claims", order).expecting(201);
        paid = StripeEvents.paid("evt_1", stripe.sessionOf("1"), "pi_1", 3600, "paid");
        StripeEvents.tell(stage.anonymous(), paid).expecting(204);

        var counter = PopUpBodies.ALL + "/" + popUp + "/counter";
        tara.post(counter + "/ready", Map.of("dropId", drop, "claims", List.of("1")))
                .expecting(200);
        var handover = new HashMap<>(DropBodies.handover(
                mia.get(path).json().at("/mine/claims/0/code").asText(), "n-1"));
        handover.put("units", 1);
        // The counter finds a drop by a list that lags it by a moment.
        Awaitility.await()
                .until(() -> tara.post(counter + "/handovers", handover).status() == 200);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void who_gives_the_rest_back_gets_the_price_of_the_rest_once() {
        var released = mia.post(path + "/claims/1/release", Map.of(), "back").expecting(200);
        assertThat(released.json().at("/refund/minor").asInt()).isEqualTo(2400);
        mia.post(path + "/claims/1/release", Map.of(), "back").expecting(200);
        mia.post(path + "/claims/1/release").expecting(410);
        refundedOnce(2400);
        var claim = mia.get(path).json().at("/mine/claims/0");
        assertThat(claim.get("status").asText()).isEqualTo("HANDED_OVER");
        assertThat(claim.get("left").asInt()).isZero();
    }

    @Test
    void who_still_waits_for_the_rest_when_the_drop_is_cancelled_gets_the_price_of_the_rest_once() {
        tara.post(path + "/close").expecting(200);
        assertThat(settled()).as("something is still to be collected").isFalse();
        tara.post(path + "/cancel", Map.of("reason", "Rain")).expecting(200);
        assertThat(settled()).isTrue();
        tara.post(path + "/cancel", Map.of("reason", "Rain")).expecting(410);
        refundedOnce(2400);
    }

    private boolean settled() {
        return stage.node()
                .node()
                .context()
                .find(Drops.class)
                .show(new DropId(path.substring(path.lastIndexOf('/') + 1)))
                .toCompletableFuture()
                .join()
                .orElseThrow()
                .settled();
    }

    /** What the provider tells again, and a payment more, change nothing of it. */
    private void refundedOnce(int amount) {
        Awaitility.await().until(() -> stripe.refundsOf("pi_1").size() == 1);
        StripeEvents.tell(stage.anonymous(), paid).expecting(204);
        StripeEvents.tell(stage.anonymous(), StripeEvents.paid("evt_2", stripe.sessionOf("1"), "pi_2", 3600, "paid"))
                .expecting(204);
        Awaitility.await().until(() -> stripe.refundsOf("pi_2").size() == 1);
        assertThat(stripe.refundsOf("pi_1").getFirst().asked()).containsEntry("amount", String.valueOf(amount));
        assertThat(stripe.refundsOf("pi_2").getFirst().asked()).containsEntry("amount", "3600");
        assertThat(stripe.refunds()).hasSize(2);
    }
}
