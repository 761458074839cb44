package downbeat.web.node;

import com.typesafe.config.Config;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.NodeStartException;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.drops.domain.DropId;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.Drops;
import downbeat.web.payment.Cashier;
import downbeat.web.payment.Checkout;
import downbeat.web.payment.Checkouts;
import downbeat.web.payment.Notice;
import downbeat.web.payment.PaymentMeter;
import downbeat.web.payment.PaymentProjection;
import downbeat.web.payment.Pruning;
import downbeat.web.payment.Refunds;
import downbeat.web.payment.Teller;
import downbeat.web.payment.stripe.StripeCheckout;
import downbeat.web.payment.stripe.StripeNotices;
import downbeat.web.payment.stripe.StripeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Claims that are paid online. Offers {@link Checkouts}, {@link Refunds}, the {@link Cashier} and, with a provider, who reads what it tells. */
final class PaymentPart implements Part {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(15);

    /** Reads what the provider tells, where there is one. */
    record Notices(Optional<Notice.Reader> reader) {}

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("payment", "classpath:db/payment"));
    }

    @Override
    public void start(NodeContext node) {
        var own = node.settings().config().getConfig("downbeat");
        var pages = own.getString("http.public-url").replaceFirst("/+$", "");
        var stripe = settings(own.getConfig("payment.stripe"), pages);
        var provider = stripe.<Checkout>map(StripeCheckout::new);
        var checkouts = new Checkouts(node.database(), provider, node.clock(), pages);
        var refunds = new Refunds(node.database(), node.clock());
        var meter = new PaymentMeter(node.database(), node.metrics());
        node.view(Drops.AGGREGATE, new PaymentProjection());
        node.offer(Refunds.class, refunds);
        node.offer(Checkouts.class, checkouts);
        node.offer(
                Cashier.class,
                new Cashier(
                        node.database(),
                        checkouts,
                        refunds,
                        node.find(Drops.class),
                        node.clock(),
                        Blocking.executor(node.system())));
        var pruning = new Pruning(node.database(), drop -> settled(node.find(Drops.class), drop), node.clock());
        node.every(COUNT_EVERY, "Refunds could not be counted", meter::count);
        node.hourly("Old payments could not be taken away", pruning::round);
        node.offer(Notices.class, new Notices(stripe.map(it -> new StripeNotices(it, node.clock()))));
        provider.ifPresent(it -> node.every(
                own.getDuration("payment.every"),
                "What is due at the payment provider could not be done",
                new Teller(node.database(), it, node.clock())::round));
    }

    private static boolean settled(Drops drops, DropId drop) {
        return drops.show(drop)
                .toCompletableFuture()
                .join()
                .map(DropCard::settled)
                .orElse(true);
    }

    private static Optional<StripeSettings> settings(Config stripe, String pages) {
        try {
            var settings = StripeSettings.of(stripe);
            if (settings.isPresent() && pages.isEmpty()) {
                throw new IllegalArgumentException("needs downbeat.http.public-url, where members come back to");
            }
            return settings;
        } catch (IllegalArgumentException wrong) {
            throw new NodeStartException("downbeat.payment.stripe: " + wrong.getMessage(), wrong);
        }
    }
}
