package downbeat.classes.view;

import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Finds a trainer's last class and the next one. Lags the entities by a moment. */
public final class TrainerDiary {
    private static final int MOST = 200;

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

    /** All classes that are announced or running, at most {@value #MOST}, the first to start first. */
    public List<ClassId> coming(AccountId trainer, Instant now) {
        return database.withHandle(db -> db.createQuery("""
                        SELECT b.class_id FROM class_board b
                        WHERE b.trainer = :trainer AND b.phase IN ('SCHEDULED', 'LOBBY', 'LIVE') AND b.ends_at > :now
                        ORDER BY b.starts_at, b.class_id LIMIT :most""")
                .bind("trainer", trainer.value())
                .bind("now", now.toEpochMilli())
                .bind("most", MOST)
                .map((rows, context) -> new ClassId(rows.getString("class_id")))
                .list());
    }

    private static Optional<Entry> entry(Query query) {
        return query.map((rows, context) ->
                        new Entry(rows.getString("title"), Instant.ofEpochMilli(rows.getLong("instant"))))
                .findFirst();
    }
}
