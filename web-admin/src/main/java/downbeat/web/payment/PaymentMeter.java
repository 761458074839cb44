package downbeat.web.payment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/** How many refunds are on their way or have come back, on all nodes. */
public final class PaymentMeter {
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Jdbi database;

    public PaymentMeter(Jdbi database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("downbeat.refunds.waiting", waiting, AtomicLong::get)
                .description("Refunds for the first or next try at the provider, of all nodes")
                .register(metrics);
        Gauge.builder("downbeat.refunds.failed", failed, AtomicLong::get)
                .description("Refunds that failed after they were made and that nobody has paid back, of all nodes")
                .register(metrics);
    }

    /** Blocks. */
    public void count() {
        waiting.set(count("state = 'WAITING'"));
        failed.set(count("failed_at IS NOT NULL AND settled_at IS NULL"));
    }

    private long count(String which) {
        return database.withHandle(
                db -> db.createQuery("SELECT COUNT(*) FROM payment_due WHERE task = 'REFUND' AND " + which)
                        .mapTo(Long.class)
                        .one());
    }
}
