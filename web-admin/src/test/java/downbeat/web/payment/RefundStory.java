package downbeat.web.payment;

import downbeat.web.stage.DropBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.util.HashMap;
import org.awaitility.Awaitility;

/** Somebody pays and gives back, the bank does not take the money, and the trainer pays it back. */
public final class RefundStory {
    private final Stage stage;
    private final StripeStub stripe;

    public RefundStory(Stage stage, StripeStub stripe) {
        this.stage = stage;
        this.stripe = stripe;
    }

    /** Who is to pay back what to whom. */
    public record Refused(Visitor trainer, Visitor member, String drop) {}

    public void tell() {
        var refused = refused();
        var settle = DropBodies.ALL + "/" + refused.drop() + "/claims/1/refund/settle";
        refused.trainer().post(settle).expecting(204);
        refused.trainer().post(settle.replace("claims/1", "claims/2")).expecting(404);
    }

    /** As far as the bank's word. */
    public Refused refused() {
        var rita = stage.organizer("rita");
        var remo = stage.named("remo");
        var popUp = PopUpBodies.published(rita);
        var drop = DropBodies.open(rita, DropBodies.at(popUp));
        var path = DropBodies.ALL + "/" + drop;
        var order = new HashMap<>(DropBodies.order(popUp, "early"));
        order.put("paying", "ONLINE");
        remo.post(path + "/claims", order).expecting(201);
        var session = stripe.sessions().stream()
                .filter(it -> it.drop().equals(drop))
                .findFirst()
                .orElseThrow();
        hear(StripeEvents.paid("evt_remo", session, "pi_remo", 1200, "paid"));
        remo.post(path + "/claims/1/release").expecting(200);
        Awaitility.await().until(() -> !stripe.refundsOf("pi_remo").isEmpty());
        hear(StripeEvents.refund(
                "evt_refused",
                "refund.failed",
                "failed",
                stripe.refundsOf("pi_remo").getFirst().due()));
        return new Refused(rita, remo, drop);
    }

    private void hear(byte[] event) {
        StripeEvents.tell(stage.anonymous(), event).expecting(204);
    }
}
