package downbeat.web.webhook;

import static downbeat.web.webhook.Facts.TARA;
import static downbeat.web.webhook.Facts.TOM;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.entity.Outdated;
import downbeat.cluster.entity.Seen;
import downbeat.kernel.AccountId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final WebhookId HOOK = new WebhookId("w-1");
    private static final Tables BEFORE = new Tables(List.of("/db/webhook/V1__webhook.sql"));
    private static final Tables SLOTS = new Tables(List.of("/db/webhook/V2__webhook_slot.sql"));
    private static final int AT_ONCE = 8;
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

    @Test
    void of_many_at_once_an_account_gets_as_many_as_it_may_have_on_h2() throws Exception {
        rush(Tables.OF_WEBHOOKS.onH2("webhooks-rush"));
    }

    @Test
    void of_many_at_once_an_account_gets_as_many_as_it_may_have_on_postgresql() throws Exception {
        Tables.OF_WEBHOOKS.onPostgresql(this::rush);
    }

    private void rush(Jdbi database) throws Exception {
        var webhooks = new Webhooks(database, clock);
        for (int round = 1; round <= 10; round++) {
            var owner = new AccountId("a-" + round);
            for (int n = 1; n < Webhooks.MOST; n++) {
                accepted(webhooks.create(new WebhookId(owner.value() + "-" + n), owner, WISH));
            }
            var outcomes = atOnce(n -> webhooks.create(new WebhookId(owner.value() + "-rush-" + n), owner, WISH));
            assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(1);
            assertThat(webhooks.of(owner)).hasSize(Webhooks.MOST);
        }
        assertThat(atOnce(n -> webhooks.create(HOOK, TARA, WISH)))
                .as("the same one at once")
                .allMatch(Outcome.Accepted.class::isInstance);
        assertThat(atOnce(n -> webhooks.create(new WebhookId("w-tom-" + n), TOM, WISH)))
                .as("of who had none")
                .allMatch(Outcome.Accepted.class::isInstance);
    }

    @Test
    void what_was_there_before_there_were_slots_has_the_first_ones_on_h2() throws Exception {
        slots(BEFORE.onH2("webhooks-slots"));
    }

    @Test
    void what_was_there_before_there_were_slots_has_the_first_ones_on_postgresql() throws Exception {
        BEFORE.onPostgresql(this::slots);
    }

    private void slots(Jdbi database) throws IOException {
        for (int n = 1; n <= Webhooks.MOST + 1; n++) {
            old(database, "w-" + n, TARA, clock.millis() - n / 2);
        }
        old(database, "w-tom", TOM, clock.millis());
        SLOTS.filled(database);
        var webhooks = new Webhooks(database, clock);
        assertThat(refused(webhooks.create(new WebhookId("w-more"), TARA, WISH)))
                .isInstanceOf(TooManyWebhooks.class);
        webhooks.delete(HOOK, TARA);
        assertThat(refused(webhooks.create(new WebhookId("w-more"), TARA, WISH)))
                .as("there was one too many")
                .isInstanceOf(TooManyWebhooks.class);
        webhooks.delete(new WebhookId("w-2"), TARA);
        accepted(webhooks.create(new WebhookId("w-more"), TARA, WISH));
        accepted(webhooks.create(new WebhookId("w-toms-second"), TOM, WISH));
    }

    private static void old(Jdbi database, String webhook, AccountId owner, long at) {
        database.useHandle(db -> db.execute(
                "INSERT INTO webhook_subscription (webhook, owner, url, facts, all_drops, active, secret, rotated_at,"
                        + " edition, created_at) VALUES (?, ?, 'https://shop.example/', 'READY', FALSE, TRUE, 1, ?, 1, ?)",
                webhook,
                owner.value(),
                at,
                at));
    }

    private static List<Outcome<Webhook>> atOnce(IntFunction<Outcome<Webhook>> request) throws Exception {
        var start = new CyclicBarrier(AT_ONCE);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = IntStream.rangeClosed(1, AT_ONCE)
                    .mapToObj(n -> (Callable<Outcome<Webhook>>) () -> {
                        start.await();
                        return request.apply(n);
                    })
                    .toList();
            var outcomes = new ArrayList<Outcome<Webhook>>();
            for (var outcome : threads.invokeAll(all)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    private static Webhook accepted(Outcome<Webhook> outcome) {
        return ((Outcome.Accepted<Webhook>) outcome).reply();
    }

    private static Object refused(Outcome<Webhook> outcome) {
        return ((Outcome.Refused<Webhook>) outcome).refusal();
    }
}
