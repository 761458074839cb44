package downbeat.classes.view;

import downbeat.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Finds a trainer's last class and the next one. Lags the entities by a moment. */
public final class TrainerDiary {
    private final Jdbi database;

    public TrainerDiary(Jdbi database) {
        this.database = database;
    }

    /** @param at when it ended, or when it is to start */
    public record Entry(String title, Instant at) {}

    /** The newest class that is over and in which somebody took part. */
    public Optional<Entry> lastHeld(AccountId trainer) {
        return database.withHandle(db -> entry(db.createQuery("""
                        SELECT b.title, r.ended_at AS instant FROM class_report r JOIN class_board b ON b.class_id = r.class_id
                        WHERE b.trainer = :trainer
                          AND EXISTS (SELECT 1 FROM class_attendance a WHERE a.class_id = r.class_id AND a.joined)
                        ORDER BY r.ended_at DESC, r.class_id LIMIT 1""").bind("trainer", trainer.value())));
    }

    /** The class that is announced or running and starts first. */
    public Optional<Entry> next(AccountId trainer, Instant now) {
        return database.withHandle(
                db -> entry(db.createQuery("""
                        SELECT b.title, b.starts_at AS instant FROM class_board b
                        WHERE b.trainer = :trainer AND b.phase IN ('SCHEDULED', 'LOBBY', 'LIVE') AND b.ends_at > :now
                        ORDER BY b.starts_at, b.class_id LIMIT 1""").bind("trainer", trainer.value()).bind("now", now.toEpochMilli())));
    }

    private static Optional<Entry> entry(Query query) {
        return query.map((rows, context) ->
                        new Entry(rows.getString("title"), Instant.ofEpochMilli(rows.getLong("instant"))))
                .findFirst();
    }
}
