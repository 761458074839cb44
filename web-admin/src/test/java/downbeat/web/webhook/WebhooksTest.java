package downbeat.web.webhook;

import static downbeat.web.webhook.Facts.TARA;
import static downbeat.web.webhook.Facts.TOM;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.entity.Outdated;
import downbeat.cluster.entity.Seen;
import downbeat.kernel.Outcome;
import downbeat.kernel.Version;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.Tables;
import downbeat.web.webhook.Webhook.Wish;
import downbeat.web.webhook.WebhookRefusal.NoSuchWebhook;
import downbeat.web.webhook.WebhookRefusal.TooManyWebhooks;
import downbeat.web.webhook.domain.ClaimFact;
import downbeat.web.webhook.domain.WebhookId;
import java.io.IOException;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final WebhookId HOOK = new WebhookId("w-1");
    private static final Wish WISH =
            new Wish("https://shop.example/", Set.of(ClaimFact.CONFIRMED, ClaimFact.RELEASED), false, true);
    private static final Wish OFF = new Wish("https://other.example/", Set.of(ClaimFact.READY), false, false);

    private final HandClock clock = new HandClock();

    @Test
    void subscriptions_are_made_edited_and_counted_on_h2() throws IOException {
        walk(Tables.OF_WEBHOOKS.onH2("webhooks"));
    }

    @Test
    void subscriptions_are_made_edited_and_counted_on_postgresql() throws Exception {
        Tables.OF_WEBHOOKS.onPostgresql(this::walk);
    }

    private void walk(Jdbi database) {
        var webhooks = new Webhooks(database, clock);
        var made = accepted(webhooks.create(HOOK, TARA, WISH));
        assertThat(made.wish()).isEqualTo(WISH);
        assertThat(accepted(webhooks.create(HOOK, TARA, OFF)))
                .as("the same id again")
                .isEqualTo(made);
        assertThat(webhooks.find(HOOK, TOM)).isEmpty();
        assertThat(refused(webhooks.edit(HOOK, TOM, OFF, Seen.ANYTHING))).isInstanceOf(NoSuchWebhook.class);

        var edited = accepted(webhooks.edit(HOOK, TARA, OFF, Seen.of(made.version())));
        assertThat(edited.wish()).isEqualTo(OFF);
        assertThat(refused(webhooks.edit(HOOK, TARA, WISH, Seen.of(made.version()))))
                .isEqualTo(new Outdated(new Version("2")));
        var rotated = accepted(webhooks.rotate(HOOK, TARA, Seen.of(edited.version())));
        assertThat(rotated.secret()).isEqualTo(2);
        assertThat(refused(webhooks.rotate(HOOK, TARA, Seen.of(edited.version()))))
                .as("a repeat whose first answer was lost")
                .isInstanceOf(Outdated.class);

        for (int n = 2; n <= Webhooks.MOST; n++) {
            accepted(webhooks.create(new WebhookId("w-" + n), TARA, WISH));
        }
        assertThat(webhooks.of(TARA)).hasSize(Webhooks.MOST);
        assertThat(refused(webhooks.create(new WebhookId("w-11"), TARA, WISH))).isInstanceOf(TooManyWebhooks.class);
        accepted(webhooks.create(new WebhookId("w-tom"), TOM, WISH));
    }

    private static Webhook accepted(Outcome<Webhook> outcome) {
        return ((Outcome.Accepted<Webhook>) outcome).reply();
    }

    private static Object refused(Outcome<Webhook> outcome) {
        return ((Outcome.Refused<Webhook>) outcome).refusal();
    }
}
