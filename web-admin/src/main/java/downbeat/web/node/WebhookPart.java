package downbeat.web.node;

import com.typesafe.config.Config;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.NodeStartException;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.PersonalTable;
import downbeat.cluster.node.Schema;
import downbeat.drops.entity.Drops;
import downbeat.kernel.AccountId;
import downbeat.web.identity.Identity;
import downbeat.web.identity.domain.Role;
import downbeat.web.identity.token.Derived;
import downbeat.web.webhook.Deliveries;
import downbeat.web.webhook.Dispatcher;
import downbeat.web.webhook.Pruning;
import downbeat.web.webhook.Road;
import downbeat.web.webhook.Secrets;
import downbeat.web.webhook.WebhookMeter;
import downbeat.web.webhook.WebhookProjection;
import downbeat.web.webhook.Webhooks;
import downbeat.web.webhook.reach.Endpoint.Unusable;
import downbeat.web.webhook.reach.Messenger;
import downbeat.web.webhook.reach.Way;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;

/** Shops that are told about claims. Offers {@link Webhooks}, {@link Deliveries}, {@link Secrets} and the {@link Way} to endpoints. */
final class WebhookPart implements Part {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(15);
    /** Names are looked up by threads of their own: a slow server of names keeps nobody from the database. */
    private static final int LOOKUPS = 16;

    /** Where names are looked up. */
    record Lookups(Executor threads) {}

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("webhook", "classpath:db/webhook"));
    }

    @Override
    public void start(NodeContext node) {
        node.holds(
                PersonalTable.ofParticipant("webhook_claim", "participant").staying(),
                PersonalTable.ofAccount("webhook_subscription", "owner"),
                PersonalTable.ofAccount("webhook_drop", "trainer").staying());
        var own = node.settings().config().getConfig("downbeat.webhooks");
        var way = way(own);
        var secrets = new Secrets(node.find(Derived.class));
        var meter = new WebhookMeter(node.database(), node.metrics());
        node.view(Drops.AGGREGATE, new WebhookProjection());
        node.offer(Webhooks.class, new Webhooks(node.database(), node.clock()));
        node.offer(Deliveries.class, new Deliveries(node.database(), node.clock()));
        node.offer(Secrets.class, secrets);
        node.offer(Way.class, way);
        var lookups = lookups(node);
        node.offer(Lookups.class, new Lookups(lookups));
        var messenger = new Messenger(node.system(), way, lookups, node.clock(), Messenger.TIMEOUT, trusted());
        var dispatcher = dispatcher(node, messenger, secrets, meter);
        var pruning = new Pruning(node.database(), node.clock());
        node.every(own.getDuration("every"), "Webhooks could not be told what is due", dispatcher::round);
        node.every(COUNT_EVERY, "Deliveries that wait could not be counted", meter::count);
        node.hourly("Old deliveries could not be taken away", pruning::round);
    }

    private static Way way(Config own) {
        try {
            return Way.ofThisMachine(own.getBoolean("allow-private")).knowing(own.getStringList("private-endpoints"));
        } catch (Unusable e) {
            throw new NodeStartException("An address of downbeat.webhooks.private-endpoints " + e.sentence(), e);
        }
    }

    private static Dispatcher dispatcher(NodeContext node, Messenger messenger, Secrets secrets, WebhookMeter meter) {
        var road = new Road(
                node.database(),
                node.clock(),
                meter,
                () -> ThreadLocalRandom.current().nextLong());
        var identity = node.find(Identity.class);
        return new Dispatcher(
                road,
                secrets,
                messenger,
                owner -> administers(identity, owner),
                node.clock(),
                Blocking.executor(node.system()));
    }

    private static CompletionStage<Boolean> administers(Identity identity, AccountId owner) {
        return identity.find(owner)
                .thenApply(found ->
                        found.filter(it -> it.roles().contains(Role.ADMIN)).isPresent());
    }

    private static Executor lookups(NodeContext node) {
        var threads = Executors.newFixedThreadPool(
                LOOKUPS, Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());
        node.system().getWhenTerminated().whenComplete((done, failure) -> threads.shutdown());
        return threads;
    }

    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }
}
