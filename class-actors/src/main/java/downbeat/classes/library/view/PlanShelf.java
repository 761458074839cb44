package downbeat.classes.library.view;

import downbeat.kernel.AccountId;
import downbeat.kernel.PlanId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Finds the cue plans of a trainer. */
public final class PlanShelf {
    private static final int MOST = 500;

    private final Jdbi database;

    public PlanShelf(Jdbi database) {
        this.database = database;
    }

    /** The newest first, at most 500. */
    public List<PlanRow> of(AccountId owner) {
        return database.withHandle(db -> db.createQuery("SELECT * FROM plan_shelf WHERE owner = :owner"
                        + " ORDER BY kept_at DESC, plan_id LIMIT :limit")
                .bind("owner", owner.value())
                .bind("limit", MOST)
                .map((rows, context) -> new PlanRow(
                        new PlanId(rows.getString("plan_id")),
                        rows.getString("file_name"),
                        rows.getString("title"),
                        Duration.ofMillis(rows.getLong("length_ms")),
                        rows.getInt("segments"),
                        Instant.ofEpochMilli(rows.getLong("kept_at"))))
                .list());
    }
}
