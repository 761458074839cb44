package downbeat.classes.view;

import downbeat.classes.domain.PlaceKind;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Finds who came to what. */
public final class AttendanceBook {
    private final Jdbi database;

    public AttendanceBook(Jdbi database) {
        this.database = database;
    }

    /** Classes this person held a place in and that are over, the newest first, at most {@value ClassBoard#MOST}. */
    public List<AttendanceRow> of(ParticipantId participant) {
        return database.withHandle(db -> db.createQuery("SELECT a.*, b.title, b.starts_at FROM class_attendance a"
                        + " JOIN class_board b ON b.class_id = a.class_id WHERE a.participant = :who"
                        + " ORDER BY b.starts_at DESC, a.class_id LIMIT :limit")
                .bind("who", participant.value())
                .bind("limit", ClassBoard.MOST)
                .map((rows, context) -> row(rows))
                .list());
    }

    private static AttendanceRow row(ResultSet rows) throws SQLException {
        return new AttendanceRow(
                new ClassId(rows.getString("class_id")),
                rows.getString("title"),
                Instant.ofEpochMilli(rows.getLong("starts_at")),
                PlaceKind.valueOf(rows.getString("place")),
                rows.getBoolean("trial"),
                rows.getBoolean("joined"),
                Duration.ofMillis(rows.getLong("present_ms")),
                rows.getDouble("share"),
                rows.getInt("reps"),
                Instant.ofEpochMilli(rows.getLong("ended_at")));
    }
}
