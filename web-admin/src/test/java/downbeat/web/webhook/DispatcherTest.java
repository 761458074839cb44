package downbeat.web.webhook;

import static downbeat.web.webhook.Facts.TARA;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.typesafe.config.ConfigFactory;
import downbeat.cluster.entity.Seen;
import downbeat.drops.domain.DropId;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.token.SigningKeys;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.Tables;
import downbeat.web.webhook.Deliveries.Delivery;
import downbeat.web.webhook.Webhook.Wish;
import downbeat.web.webhook.domain.ClaimFact;
import downbeat.web.webhook.domain.DeliveryState;
import downbeat.web.webhook.domain.Pauses;
import downbeat.web.webhook.domain.WebhookId;
import downbeat.web.webhook.reach.Messenger;
import downbeat.web.webhook.reach.Way;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages on their way to the server of a shop on this machine. */
class DispatcherTest {
    private static final WebhookId HOOK = new WebhookId("w-tara");
    private static final WebhookId OTHER = new WebhookId("w-other");
    private static final Duration SHORT = Duration.ofMillis(300);

    private static ActorTestKit kit;
    private static ExecutorService threads;

    private final HandClock clock = new HandClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Duration timeout = Messenger.TIMEOUT;
    private boolean ownersAdminister = true;
    private Shop shop;

    @BeforeAll
    static void openTheSystem() {
        kit = ActorTestKit.create("dispatcher", ConfigFactory.load());
        threads = Executors.newFixedThreadPool(8);
    }

    @AfterAll
    static void closeTheSystem() {
        kit.shutdownTestKit();
        threads.shutdown();
    }

    @BeforeEach
    void open() throws IOException {
        shop = new Shop();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void two_nodes_tell_everything_once_on_h2() throws Exception {
        once(Tables.OF_WEBHOOKS.onH2("dispatcher"));
    }

    @Test
    void two_nodes_tell_everything_once_on_postgresql() throws Exception {
        Tables.OF_WEBHOOKS.onPostgresql(this::once);
    }

    private void once(Jdbi database) throws Exception {
        subscribe(database, HOOK, shop);
        claimed(database, 40);
        var rounds = Stream.of(dispatcher(database), dispatcher(database))
                .map(node ->
                        threads.submit(() -> node.round().toCompletableFuture().join()))
                .toList();
        for (var round : rounds) {
            round.get();
        }
        dispatcher(database).round().toCompletableFuture().join();
        assertThat(shop.told()).hasSize(40);
        assertThat(new HashSet<>(shop.told().stream().map(Shop.Told::id).toList()))
                .hasSize(40);
        assertThat(shop.mostAtATime()).isLessThanOrEqualTo(2 * Dispatcher.LANES);
        assertThat(states(database)).containsOnly(DeliveryState.DELIVERED);
        assertThat(counted("delivered")).isEqualTo(40);
    }

    @Test
    void a_message_is_a_signed_cloud_event() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-signed");
        subscribe(database, HOOK, shop);
        claimed(database, 1);
        round(database);
        var told = shop.told().getFirst();
        assertThat(told.path()).isEqualTo("/hooks?from=downbeat");
        assertThat(told.type()).isEqualTo("application/cloudevents+json");
        assertThat(told.agent()).startsWith("Downbeat");
        assertThat(told.id()).isEqualTo(told.json().get("id").asText());
        assertThat(Long.parseLong(told.timestamp()))
                .isBetween(
                        clock.instant().getEpochSecond() - 60, clock.instant().getEpochSecond());
        assertThat(told.isSignedWith(secrets().of(HOOK, 1).text())).isTrue();
        assertThat(told.isSignedWith(secrets().of(HOOK, 2).text())).isFalse();
    }

    @Test
    void for_a_day_the_secret_before_signs_too() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-rotated");
        subscribe(database, HOOK, shop);
        var made = new Webhooks(database, clock).rotate(HOOK, TARA, Seen.ANYTHING);
        assertThat(made.map(Webhook::secret)).isEqualTo(downbeat.kernel.Outcome.accepted(2));
        claimed(database, 1);
        round(database);
        assertThat(shop.told().getFirst().isSignedWith(secrets().of(HOOK, 1).text()))
                .isTrue();
        assertThat(shop.told().getFirst().isSignedWith(secrets().of(HOOK, 2).text()))
                .isTrue();
        clock.pass(Secrets.OVERLAP);
        claimed(database, new DropId("d-next"), 1);
        round(database);
        assertThat(shop.told().getLast().isSignedWith(secrets().of(HOOK, 1).text()))
                .isFalse();
        assertThat(shop.told().getLast().isSignedWith(secrets().of(HOOK, 2).text()))
                .isTrue();
    }

    @Test
    void a_shop_that_is_down_is_told_again_under_the_same_id_when_it_is_back() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-down");
        subscribe(database, HOOK, shop);
        claimed(database, 1);
        shop.feels(Shop.Mood.DOWN);
        round(database);
        round(database);
        assertThat(shop.told()).as("not before its time").hasSize(1);
        assertThat(only(database).status()).contains(500);
        assertThat(only(database).why()).contains("The endpoint answered 500.");
        assertThat(webhook(database).failingSince()).isPresent();
        shop.feels(Shop.Mood.WELL);
        clock.pass(Duration.ofSeconds(6));
        round(database);
        assertThat(shop.told()).extracting(Shop.Told::id).hasSize(2).containsOnly("d-capsule_2_1");
        assertThat(shop.told().getLast().timestamp())
                .isNotEqualTo(shop.told().getFirst().timestamp());
        assertThat(only(database).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(only(database).tries()).isEqualTo(2);
        assertThat(webhook(database).failingSince()).isEmpty();
        assertThat(counted("again")).isEqualTo(1);
    }

    @Test
    void after_ten_tries_it_has_failed_and_after_five_days_the_owner_is_told() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-never");
        subscribe(database, HOOK, shop);
        claimed(database, 1);
        shop.feels(Shop.Mood.DOWN);
        for (int tries = 1; tries <= 10; tries++) {
            round(database);
            clock.pass(Pauses.after(tries, 0.999).orElse(Duration.ZERO));
        }
        assertThat(shop.told()).hasSize(10);
        assertThat(only(database).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(webhook(database).wish().active())
                .as("three days are not enough")
                .isTrue();
        clock.pass(Pauses.PATIENCE);
        claimed(database, new DropId("d-next"), 1);
        round(database);
        assertThat(webhook(database).wish().active()).isFalse();
        assertThat(webhook(database).offWhy())
                .contains("Nothing has arrived for 5 days. The last time: The endpoint answered 500.");
        shop.feels(Shop.Mood.WELL);
        clock.pass(Duration.ofDays(1));
        round(database);
        assertThat(shop.told()).as("off is off").hasSize(11);
        new Webhooks(database, clock).edit(HOOK, TARA, wish(shop), Seen.ANYTHING);
        round(database);
        assertThat(shop.told()).as("what waited goes on").hasSize(12);
    }

    @Test
    void gone_switches_it_off_at_once() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-gone");
        subscribe(database, HOOK, shop);
        claimed(database, 1);
        shop.feels(Shop.Mood.GONE);
        round(database);
        assertThat(webhook(database).wish().active()).isFalse();
        assertThat(webhook(database).offWhy())
                .hasValueSatisfying(why -> assertThat(why).contains("410 Gone"));
        assertThat(only(database).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(counted("failed")).isEqualTo(1);
    }

    @Test
    void a_redirect_leads_nowhere() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-moved");
        subscribe(database, HOOK, shop);
        claimed(database, 1);
        shop.feels(Shop.Mood.MOVED);
        round(database);
        assertThat(shop.told()).extracting(Shop.Told::path).containsExactly("/hooks?from=downbeat");
        assertThat(only(database).status()).contains(307);
        assertThat(only(database).why())
                .hasValueSatisfying(why -> assertThat(why).contains("not followed"));
    }

    @Test
    void a_busy_shop_is_left_alone_for_as_long_as_it_asks() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-busy");
        subscribe(database, HOOK, shop);
        claimed(database, 1);
        shop.feels(Shop.Mood.BUSY);
        round(database);
        clock.pass(Duration.ofMinutes(9));
        round(database);
        assertThat(shop.told()).hasSize(1);
        clock.pass(Duration.ofMinutes(2));
        round(database);
        assertThat(shop.told()).hasSize(2);
    }

    @Test
    void a_shop_that_hangs_keeps_no_other_waiting() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-hangs");
        timeout = SHORT;
        try (var healthy = new Shop()) {
            subscribe(database, HOOK, shop);
            subscribe(database, OTHER, healthy);
            claimed(database, 5);
            shop.feels(Shop.Mood.HANGS);
            round(database);
            assertThat(healthy.told()).hasSize(5);
            assertThat(shop.told()).hasSize(Dispatcher.LANES);
            assertThat(deliveries(database, HOOK))
                    .filteredOn(it -> it.tries() == 1)
                    .hasSize(Dispatcher.LANES)
                    .allSatisfy(it -> assertThat(it.why()).contains("The endpoint did not answer in time."));
        }
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-endless");
        subscribe(database, HOOK, shop);
        claimed(database, 1);
        shop.feels(Shop.Mood.ENDLESS);
        round(database);
        assertThat(only(database).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void where_nobody_listens_it_says_so() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-nobody");
        subscribe(database, HOOK, shop);
        claimed(database, 1);
        shop.close();
        round(database);
        assertThat(only(database).why()).contains("The endpoint cannot be reached.");
        assertThat(only(database).status()).isEmpty();
    }

    @Test
    void what_a_node_had_in_hand_when_it_died_is_told_by_another_under_the_same_id() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-died");
        subscribe(database, HOOK, shop);
        claimed(database, 1);
        assertThat(road(database).take(HOOK)).isPresent();
        round(database);
        assertThat(shop.told()).isEmpty();
        clock.pass(Road.CLAIM.plusSeconds(1));
        round(database);
        assertThat(shop.told()).extracting(Shop.Told::id).containsExactly("d-capsule_2_1");
    }

    @Test
    void who_administers_no_longer_hears_no_longer_of_everybodys_drops() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-demoted");
        var wish = new Wish(shop.url(), EnumSet.allOf(ClaimFact.class), true, true);
        new Webhooks(database, clock).create(HOOK, TARA, wish);
        claimed(database, 1);
        round(database);
        assertThat(shop.told()).hasSize(1);
        ownersAdminister = false;
        claimed(database, new DropId("d-next"), 1);
        round(database);
        assertThat(shop.told()).hasSize(1);
        assertThat(webhook(database).offWhy())
                .hasValueSatisfying(why -> assertThat(why).contains("administrator's"));
    }

    @Test
    void a_name_that_leads_inside_is_not_connected_to() throws Exception {
        var database = Tables.OF_WEBHOOKS.onH2("dispatcher-inside");
        subscribe(database, HOOK, shop);
        database.useHandle(db -> db.execute("UPDATE webhook_subscription SET url = 'https://localhost:"
                + java.net.URI.create(shop.url()).getPort() + "/hooks'"));
        claimed(database, 1);
        dispatcher(database, Way.ofThisMachine(false))
                .round()
                .toCompletableFuture()
                .join();
        assertThat(shop.told()).isEmpty();
        assertThat(only(database).why())
                .hasValueSatisfying(why -> assertThat(why).contains("leads into a private or reserved network"));
    }

    private Wish wish(Shop at) {
        return new Wish(at.url(), EnumSet.allOf(ClaimFact.class), false, true);
    }

    private void subscribe(Jdbi database, WebhookId id, Shop at) {
        new Webhooks(database, clock).create(id, TARA, wish(at));
    }

    private void claimed(Jdbi database, int count) {
        claimed(database, Facts.CAPSULE, count);
    }

    private void claimed(Jdbi database, DropId drop, int count) {
        var facts = Facts.of(database, drop);
        for (int n = 1; n <= count; n++) {
            facts.claimed(n, clock.instant());
        }
    }

    private void round(Jdbi database) {
        dispatcher(database).round().toCompletableFuture().join();
    }

    private Dispatcher dispatcher(Jdbi database) {
        return dispatcher(database, Way.ofThisMachine(true));
    }

    private Dispatcher dispatcher(Jdbi database, Way way) {
        return new Dispatcher(
                road(database),
                secrets(),
                new Messenger(kit.system(), way, threads, clock, timeout, trusted()),
                owner -> CompletableFuture.completedStage(ownersAdminister),
                clock,
                threads);
    }

    private Road road(Jdbi database) {
        return new Road(database, clock, new WebhookMeter(database, metrics), () -> Long.MIN_VALUE);
    }

    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Secrets secrets;

    /** Under the key of one installation. */
    private Secrets secrets() {
        if (secrets == null) {
            var database = Jdbi.create("jdbc:h2:mem:dispatcher-keys;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE");
            try (var sql = DispatcherTest.class.getResourceAsStream("/db/identity/V1__identity.sql")) {
                var script = new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
                database.useHandle(db -> db.createScript(script).execute());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            secrets = new Secrets(new Derived(new SigningKeys(database, clock, Duration.ofDays(90))));
        }
        return secrets;
    }

    private double counted(String outcome) {
        return metrics.get("downbeat.webhooks.deliveries").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private Webhook webhook(Jdbi database) {
        return new Webhooks(database, clock).find(HOOK, TARA).orElseThrow();
    }

    private List<Delivery> deliveries(Jdbi database, WebhookId webhook) {
        return new Deliveries(database, clock).of(webhook);
    }

    private Delivery only(Jdbi database) {
        assertThat(deliveries(database, HOOK)).hasSize(1);
        return deliveries(database, HOOK).getFirst();
    }

    private List<DeliveryState> states(Jdbi database) {
        return deliveries(database, HOOK).stream().map(Delivery::state).toList();
    }
}
