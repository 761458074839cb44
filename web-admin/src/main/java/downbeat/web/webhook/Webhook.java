package downbeat.web.webhook;

import downbeat.kernel.AccountId;
import downbeat.kernel.Version;
import downbeat.web.webhook.domain.ClaimFact;
import downbeat.web.webhook.domain.WebhookId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A subscription: an endpoint of a shop that is told about claims.
 *
 * @param offWhy why the engine switched it off, in a sentence for its owner
 * @param secret how often its secret was made, 1 or more
 * @param rotatedAt when the present one was made
 * @param failingSince since when nothing has arrived, though it was tried
 */
public record Webhook(
        WebhookId id,
        AccountId owner,
        Wish wish,
        Optional<String> offWhy,
        int secret,
        Instant rotatedAt,
        Optional<Instant> failingSince,
        int edition,
        Instant createdAt) {

    /**
     * What its owner says of it.
     *
     * @param facts at least one
     * @param allDrops of every trainer, which is an administrator's to hear; else of the owner's own
     */
    public record Wish(String url, Set<ClaimFact> facts, boolean allDrops, boolean active) {
        public Wish {
            facts = Set.copyOf(facts);
        }
    }

    public Version version() {
        return Version.of(edition);
    }
}
