package downbeat.web.http.webhook;

import downbeat.web.webhook.Deliveries.Delivery;
import downbeat.web.webhook.Secrets;
import downbeat.web.webhook.Webhook;
import downbeat.web.webhook.domain.ClaimFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param drops OWN or ALL
 * @param offWhy why the engine switched it off
 * @param failingSince since when nothing has arrived, though it was tried
 * @param secretSince when the present secret was made
 * @param formerUntil until when the secret before signs too; null where there is none
 * @param version as in its ETag
 */
record WebhookJson(
        String webhookId,
        String url,
        List<String> facts,
        String drops,
        boolean active,
        @Nullable String offWhy,
        @Nullable Instant failingSince,
        Instant secretSince,
        @Nullable Instant formerUntil,
        Instant createdAt,
        int version) {
    WebhookJson {
        facts = List.copyOf(facts);
    }

    /** @param secret shown this once */
    record WithSecretJson(WebhookJson webhook, String secret) {}

    /** @param most of one account */
    record WebhooksJson(List<WebhookJson> items, int most) {
        WebhooksJson {
            items = List.copyOf(items);
        }
    }

    /**
     * One message to the endpoint.
     *
     * @param dropId null for a test
     * @param claimId null for a test
     * @param at when it happened
     * @param nextTry while it waits
     * @param status that was answered last
     * @param why the last try failed
     */
    record DeliveryJson(
            String eventId,
            String type,
            @Nullable String dropId,
            @Nullable String claimId,
            Instant at,
            String state,
            int tries,
            @Nullable Instant nextTry,
            @Nullable Instant doneAt,
            @Nullable Integer status,
            @Nullable String why) {
        static DeliveryJson of(Delivery delivery) {
            return new DeliveryJson(
                    delivery.event().value(),
                    delivery.type(),
                    delivery.about().map(it -> it.drop().value()).orElse(null),
                    delivery.about().map(it -> it.claim().value()).orElse(null),
                    delivery.at(),
                    delivery.state().name(),
                    delivery.tries(),
                    delivery.nextTry().orElse(null),
                    delivery.doneAt().orElse(null),
                    delivery.status().orElse(null),
                    delivery.why().orElse(null));
        }
    }

    record ReplayedJson(int deliveries) {}

    static WebhookJson of(Webhook webhook) {
        var wish = webhook.wish();
        return new WebhookJson(
                webhook.id().value(),
                wish.url(),
                wish.facts().stream().sorted().map(ClaimFact::text).toList(),
                wish.allDrops() ? "ALL" : "OWN",
                wish.active(),
                webhook.offWhy().orElse(null),
                webhook.failingSince().orElse(null),
                webhook.rotatedAt(),
                webhook.secret() > 1 ? webhook.rotatedAt().plus(Secrets.OVERLAP) : null,
                webhook.createdAt(),
                webhook.edition());
    }
}
