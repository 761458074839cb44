package downbeat.web.payment;

import downbeat.drops.domain.DropId;
import downbeat.web.retention.OldRows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away what is known of payments and nobody can ask for any more. What is still to be done stays however old it is. */
public final class Pruning {
    private static final Logger log = LoggerFactory.getLogger(Pruning.class);

    /** Of what the provider told. Stripe tells again for 3 days by itself, and for 30 when it is asked to. */
    static final Duration EVENTS = Duration.ofDays(90);

    /** Of checkouts, payments and what was done at the provider: whole years of accounts, and longer than anything is charged back. */
    static final Duration KEPT = Duration.ofDays(400);

    private final Jdbi database;
    private final Predicate<DropId> settled;
    private final Clock clock;

    /** @param settled whether nothing of a drop can be paid or given back any more; blocks */
    public Pruning(Jdbi database, Predicate<DropId> settled, Clock clock) {
        this.database = database;
        this.settled = settled;
        this.clock = clock;
    }

    /** Returns how many rows it took away. Blocks. */
    public int round() {
        int events = rows("payment_event", "event").takeAway("heard_at < :before", Map.of("before", before(EVENTS)));
        int dues = rows("payment_due", "due")
                .takeAway(
                        "state = 'DONE' AND done_at < :before AND (failed_at IS NULL OR settled_at < :before)",
                        Map.of("before", before(KEPT)));
        int claims =
                old().stream().filter(this::isSettled).mapToInt(this::forget).sum();
        return events + dues + claims;
    }

    private OldRows rows(String table, String... key) {
        return new OldRows(database, table, List.of(key));
    }

    private long before(Duration kept) {
        return clock.instant().minus(kept).toEpochMilli();
    }

    /** Drops all of whose checkouts are old. */
    private List<DropId> old() {
        return database.withHandle(db -> db.createQuery("SELECT DISTINCT drop_id FROM payment_checkout old"
                        + " WHERE opened_at < :before AND NOT EXISTS (SELECT 1 FROM payment_checkout young"
                        + " WHERE young.drop_id = old.drop_id AND young.opened_at >= :before)")
                .bind("before", before(KEPT))
                .map((row, context) -> new DropId(row.getString("drop_id")))
                .list());
    }

    /** One that does not answer keeps no other. */
    private boolean isSettled(DropId drop) {
        try {
            return settled.test(drop);
        } catch (RuntimeException e) {
            log.warn("Drop {} does not say whether it is settled; its payments are kept", drop.value(), e);
            return false;
        }
    }

    /** Checkouts last: as long as they are there it is gone on with. */
    private int forget(DropId drop) {
        var of = Map.of("drop", drop.value());
        return rows("payment_paid", "drop_id", "claim").takeAway("drop_id = :drop", of)
                + rows("payment_checkout", "drop_id", "claim").takeAway("drop_id = :drop", of);
    }
}
