package downbeat.web.webhook;

import downbeat.web.webhook.domain.DeliveryState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/** What became of tries at this node, and how many deliveries wait on all. */
public final class WebhookMeter {
    private final Counter delivered;
    private final Counter failed;
    private final Counter again;
    private final AtomicLong waiting = new AtomicLong();
    private final Jdbi database;

    public WebhookMeter(Jdbi database, MeterRegistry metrics) {
        this.database = database;
        this.delivered = counter("delivered", metrics);
        this.failed = counter("failed", metrics);
        this.again = counter("again", metrics);
        Gauge.builder("downbeat.webhooks.waiting", waiting, AtomicLong::get)
                .description("Deliveries for the first or next try, of webhooks that are on, of all nodes")
                .register(metrics);
    }

    private static Counter counter(String outcome, MeterRegistry metrics) {
        return Counter.builder("downbeat.webhooks.deliveries")
                .description("Tries of this node to tell an endpoint, by what became of them")
                .tag("outcome", outcome)
                .register(metrics);
    }

    void ended(DeliveryState state) {
        switch (state) {
            case DELIVERED -> delivered.increment();
            case FAILED -> failed.increment();
            case WAITING -> triedAgain();
        }
    }

    void triedAgain() {
        again.increment();
    }

    /** Counts those that wait. Blocks. */
    public void count() {
        waiting.set(database.withHandle(db -> db.createQuery(
                        "SELECT COUNT(*) FROM webhook_delivery d"
                                + " JOIN webhook_subscription s ON s.webhook = d.webhook WHERE d.state = 'WAITING' AND s.active")
                .mapTo(Long.class)
                .one()));
    }
}
