package downbeat.discovery.alert.view;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Numbers that become visible in their order. */
final class AlertClock {
    static final String ALERTS = "alerts";
    static final String WAVES = "waves";
    static final String OPENINGS = "openings";

    private AlertClock() {}

    /**
     * All that tells whether there is anything to do, in one reading.
     *
     * @param listings the number of the last change of a listing
     * @param openings that up to which openings are written down
     * @param due when the next wave is due
     */
    record Now(long listings, long openings, long alerts, long waves, Instant due) {}

    static Now read(Jdbi database) {
        return database.withHandle(db -> db.createQuery("SELECT"
                        + " (SELECT change FROM listing_clock WHERE id = 1) AS listings,"
                        + " (SELECT change FROM alert_clock WHERE name = 'openings') AS openings,"
                        + " (SELECT change FROM alert_clock WHERE name = 'alerts') AS alerts,"
                        + " (SELECT change FROM alert_clock WHERE name = 'waves') AS waves,"
                        + " (SELECT MIN(next_at) FROM alert_opening WHERE state = 'WAITING') AS due")
                .map((row, context) -> {
                    long due = row.getLong("due");
                    return new Now(
                            row.getLong("listings"),
                            row.getLong("openings"),
                            row.getLong("alerts"),
                            row.getLong("waves"),
                            row.getObject("due") == null ? Instant.MAX : Instant.ofEpochMilli(due));
                })
                .one());
    }

    /** The next number, which nobody else gets before this transaction ends. */
    static long tick(Handle db, String name) {
        db.createUpdate("UPDATE alert_clock SET change = change + 1 WHERE name = :name")
                .bind("name", name)
                .execute();
        return read(db, name);
    }

    static long read(Handle db, String name) {
        return db.createQuery("SELECT change FROM alert_clock WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .one();
    }
}
