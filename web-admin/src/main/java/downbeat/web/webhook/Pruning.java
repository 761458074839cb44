package downbeat.web.webhook;

import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Takes deliveries away that are older than they are kept for. Every node may do it: what another one took is simply gone. */
public final class Pruning {
    /** Of what was told. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Rows in one transaction: short enough that nobody waits for it. */
    static final int BAG = 500;

    private final Jdbi database;
    private final Clock clock;

    public Pruning(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns how many it took away. Blocks. */
    public int round() {
        var before = clock.instant().minus(KEPT).toEpochMilli();
        int all = 0;
        int some;
        do {
            some = bag(before);
            all += some;
        } while (some == BAG);
        return all;
    }

    /** Whole milliseconds at a time would be simpler, but a rush has thousands in one. */
    private int bag(long before) {
        var old = database.withHandle(db -> db.createQuery("SELECT webhook, event FROM webhook_delivery"
                        + " WHERE said_at < :before ORDER BY said_at LIMIT :bag")
                .bind("before", before)
                .bind("bag", BAG)
                .map((row, context) -> new String[] {row.getString("webhook"), row.getString("event")})
                .list());
        if (!old.isEmpty()) {
            database.useTransaction(db -> {
                var batch = db.prepareBatch("DELETE FROM webhook_delivery WHERE webhook = :webhook AND event = :event");
                old.forEach(row ->
                        batch.bind("webhook", row[0]).bind("event", row[1]).add());
                batch.execute();
            });
        }
        return old.size();
    }
}
