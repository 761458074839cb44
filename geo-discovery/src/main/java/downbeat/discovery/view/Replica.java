package downbeat.discovery.view;

import downbeat.discovery.index.ListingIndex;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listings in the memory of this node: filled once, then kept in step with the table by asking it for what changed. How old it
 * may be is known at any time. {@link #follow} is called by one thread after the other.
 */
public final class Replica {
    private static final Logger log = LoggerFactory.getLogger(Replica.class);
    /** Rows, or numbers of rows, that are read at once. */
    private static final int PIECE = 20_000;
    /** Rows after which the log tells how far it is. */
    private static final int PROGRESS = 200_000;
    /** What is over stays in memory so long, since some clocks are late. */
    private static final Duration OVER = Duration.ofMinutes(5);

    private final ListingTable table;
    private final Clock clock;
    private final ListingIndex index = new ListingIndex();
    private long seen = -1;
    private volatile Instant asOf = Instant.EPOCH;
    private Instant swept = Instant.EPOCH;

    public Replica(ListingTable table, Clock clock, MeterRegistry metrics) {
        this.table = table;
        this.clock = clock;
        Gauge.builder("downbeat.discovery.listings", index, ListingIndex::size)
                .description("Listings that this node finds")
                .register(metrics);
        Gauge.builder("downbeat.discovery.lag", this, it -> it.lag().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("How old what this node finds may be")
                .register(metrics);
    }

    public ListingIndex index() {
        return index;
    }

    /** Whether it has been filled. */
    public boolean ready() {
        return !asOf.equals(Instant.EPOCH);
    }

    /** When it was the same as the table for the last time. */
    public Instant asOf() {
        return asOf;
    }

    private Duration lag() {
        return ready() ? Duration.between(asOf, clock.instant()) : Duration.ZERO;
    }

    /** Fills the index, or takes in what has changed since the last time. Blocks on the database. */
    public void follow() {
        var now = clock.instant();
        if (seen < 0) {
            seen = fill(now);
        }
        for (var rows = table.changes(seen, PIECE); !rows.isEmpty(); rows = table.changes(seen, PIECE)) {
            for (var row : rows) {
                row.entry()
                        .filter(entry -> !entry.until().isBefore(now))
                        .ifPresentOrElse(index::put, () -> index.remove(row.number()));
                seen = row.change();
            }
        }
        asOf = now;
        if (Duration.between(swept, now).compareTo(Duration.ofMinutes(1)) >= 0) {
            index.forget(now.minus(OVER));
            swept = now;
        }
    }

    /** What changes while it reads is read again, as a change. The next piece is read while one is taken in. */
    private long fill(Instant now) {
        long begun = System.nanoTime();
        long from = table.clock();
        var all = new LongAdder();
        CompletableFuture<?>[] taking = {CompletableFuture.completedFuture(all)};
        table.listed(now, PIECE, rows -> {
            taking[0].join();
            taking[0] = CompletableFuture.runAsync(() -> take(rows, all));
        });
        taking[0].join();
        log.info(
                "{} listings read in {} ms",
                all,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return from;
    }

    private void take(List<ListingRow> rows, LongAdder all) {
        index.putAll(rows.stream().flatMap(row -> row.entry().stream()).toList());
        long before = all.sum();
        all.add(rows.size());
        if (before / PROGRESS < all.sum() / PROGRESS) {
            log.info("{} listings read, and more to come", all);
        }
    }
}
