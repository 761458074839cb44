package downbeat.classes.view;

import downbeat.classes.view.ClassNumbers.Repeat;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Finds how a trainer's classes went. */
public final class TrainerNumbers {
    private final Jdbi database;

    public TrainerNumbers(Jdbi database) {
        this.database = database;
    }

    /** Classes of the trainer that are over and have a report, the newest first, at most {@value ClassBoard#MOST}. */
    public List<ClassNumbers> of(AccountId trainer, Instant now) {
        return database.withHandle(db -> db.createQuery("""
                        SELECT r.class_id, r.report, r.ended_at, b.title, b.starts_at,
                          (SELECT COUNT(*) FROM class_attendance a WHERE a.class_id = r.class_id AND a.joined) AS cohort,
                          (SELECT COUNT(*) FROM class_attendance a WHERE a.class_id = r.class_id AND a.joined AND EXISTS (
                            SELECT 1 FROM class_attendance again JOIN class_board other ON other.class_id = again.class_id
                            WHERE again.participant = a.participant AND again.joined AND other.trainer = b.trainer
                              AND again.ended_at > r.ended_at AND again.ended_at <= r.ended_at + :window)) AS returned
                        FROM class_report r JOIN class_board b ON b.class_id = r.class_id
                        WHERE b.trainer = :trainer ORDER BY b.starts_at DESC, r.class_id LIMIT :limit""")
                .bind("trainer", trainer.value())
                .bind("window", Repeat.WINDOW.toMillis())
                .bind("limit", ClassBoard.MOST)
                .map((rows, context) -> row(rows, now))
                .list());
    }

    private static ClassNumbers row(ResultSet rows, Instant now) throws SQLException {
        var ended = Instant.ofEpochMilli(rows.getLong("ended_at"));
        var repeat = new Repeat(
                rows.getLong("cohort"),
                rows.getLong("returned"),
                !ended.plus(Repeat.WINDOW).isAfter(now));
        return new ClassNumbers(
                new ClassId(rows.getString("class_id")),
                rows.getString("title"),
                Instant.ofEpochMilli(rows.getLong("starts_at")),
                ended,
                ReportShelf.read(rows.getString("report")),
                repeat);
    }
}
