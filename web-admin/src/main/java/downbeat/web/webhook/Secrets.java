package downbeat.web.webhook;

import downbeat.web.identity.token.Derived;
import downbeat.web.webhook.domain.Secret;
import downbeat.web.webhook.domain.WebhookId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Secrets follow from the installation's own key and how often they were changed: none is kept anywhere. */
public final class Secrets {
    /** For so long the secret before signs too, so that an endpoint can change over when it suits. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private final Derived derived;

    public Secrets(Derived derived) {
        this.derived = derived;
    }

    /** @param number from 1 */
    public Secret of(WebhookId webhook, int number) {
        var count = Integer.toString(number);
        var bytes = ByteBuffer.allocate(32)
                .put(derived.bytes("webhook", webhook.value(), count, "first half"))
                .put(derived.bytes("webhook", webhook.value(), count, "second half"));
        return Secret.of(bytes.array());
    }

    /** All that sign now, the newest first. */
    List<Secret> signing(WebhookId webhook, int number, Instant rotatedAt, Instant now) {
        return number > 1 && now.isBefore(rotatedAt.plus(OVERLAP))
                ? List.of(of(webhook, number), of(webhook, number - 1))
                : List.of(of(webhook, number));
    }
}
