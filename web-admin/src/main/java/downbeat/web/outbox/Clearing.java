package downbeat.web.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes messages away that are older than they are kept for, with their letters. Every node may do it: what another one took is
 * simply gone.
 */
public final class Clearing {
    /** Letters in one transaction: short enough that nobody waits for it. */
    static final int BAG = 500;

    /** Bags in one round: the next one goes on. */
    private static final int BAGS = 100;

    private final Jdbi database;
    private final Clock clock;
    private final Duration kept;

    /** @param kept since they were said */
    public Clearing(Jdbi database, Clock clock, Duration kept) {
        this.database = database;
        this.clock = clock;
        this.kept = kept;
    }

    /** Returns how many letters it took away. Blocks. */
    public int round() {
        var before = clock.instant().minus(kept).toEpochMilli();
        int all = 0;
        for (int bags = 0; bags < BAGS; bags++) {
            var old = oldest(before);
            if (old.isEmpty()) {
                return all;
            }
            all += database.inTransaction(db -> bag(db, old.get()));
        }
        return all;
    }

    private Optional<String> oldest(long before) {
        return database.withHandle(db -> db.createQuery(
                        "SELECT message FROM outbox_message WHERE said_at < :before ORDER BY said_at LIMIT 1")
                .bind("before", before)
                .mapTo(String.class)
                .findFirst());
    }

    /** A message goes with the last of its letters. */
    private static int bag(Handle db, String message) {
        int gone = db.createUpdate("DELETE FROM outbox_letter WHERE message = :message AND participant IN"
                        + " (SELECT participant FROM outbox_letter WHERE message = :message"
                        + " ORDER BY participant LIMIT :bag)")
                .bind("message", message)
                .bind("bag", BAG)
                .execute();
        if (gone < BAG) {
            db.createUpdate("DELETE FROM outbox_message WHERE message = :message")
                    .bind("message", message)
                    .execute();
        }
        return gone;
    }
}
