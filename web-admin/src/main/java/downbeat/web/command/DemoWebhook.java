package downbeat.web.command;

import downbeat.cluster.entity.Seen;
import downbeat.kernel.AccountId;
import downbeat.web.webhook.Deliveries;
import downbeat.web.webhook.Secrets;
import downbeat.web.webhook.Webhook.Wish;
import downbeat.web.webhook.Webhooks;
import downbeat.web.webhook.domain.ClaimFact;
import downbeat.web.webhook.domain.EventId;
import downbeat.web.webhook.domain.WebhookId;
import java.util.EnumSet;

/** Tells the demo trainer's shop of the claims on the demo's drop, and something that says nothing to begin with. */
final class DemoWebhook {
    static final WebhookId ID = new WebhookId("w-demo");
    private static final EventId HELLO = new EventId("demo_hello");

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Secrets secrets;

    DemoWebhook(Webhooks webhooks, Deliveries deliveries, Secrets secrets) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrets = secrets;
    }

    /** The shop is somewhere else at every start. Blocks. */
    void make(AccountId trainer, DemoShop shop) {
        shop.knows(() -> webhooks.find(ID, trainer).map(it -> secrets.of(ID, it.secret())));
        var wish = new Wish(shop.url(), EnumSet.allOf(ClaimFact.class), false, true);
        webhooks.create(ID, trainer, wish);
        webhooks.edit(ID, trainer, wish, Seen.ANYTHING);
        deliveries.test(ID, HELLO);
    }
}
