package downbeat.web.webhook.domain;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names one subscription. */
public record WebhookId(String value) implements Id {

    public WebhookId {
        Ids.check("webhook id", value);
    }
}
