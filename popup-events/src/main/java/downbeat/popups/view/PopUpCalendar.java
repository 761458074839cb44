package downbeat.popups.view;

import downbeat.kernel.AccountId;
import downbeat.kernel.Cell;
import downbeat.popups.domain.PopUpId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Finds what belongs into a calendar: published once, and not over for long. Lags the pop-ups by a moment. Blocks on the database. */
public final class PopUpCalendar {
    /** The longest calendar. */
    public static final int MOST = 200;
    /** Hexagons of about 36 km²: with the six around it one covers what is within 5 km, and tells nobody's street. */
    public static final int RESOLUTION = 6;
    /** What is over, or was cancelled, stays so long: who looks into a calendar later finds out what became of it. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** What comes first, by start; then what is over. */
    private static final String SHOWN =
            " AND phase <> 'DRAFT' AND (ends_at > :since OR (phase = 'CANCELLED' AND changed_at > :since))"
                    + " ORDER BY CASE WHEN ends_at > :now THEN 0 ELSE 1 END, starts_at, pop_up LIMIT :limit";

    private final Jdbi database;

    public PopUpCalendar(Jdbi database) {
        this.database = database;
    }

    /** @param limit 1 to {@value #MOST} */
    public List<CalendarRow> ofOrganizer(AccountId organizer, Instant now, int limit) {
        return database.withHandle(db -> rows(
                db.createQuery("SELECT * FROM pop_up_calendar WHERE organizer = :organizer" + SHOWN)
                        .bind("organizer", organizer.value()),
                now,
                limit));
    }

    /**
     * In any of these cells.
     *
     * @param cells of {@link #RESOLUTION}
     * @param limit 1 to {@value #MOST}
     */
    public List<CalendarRow> within(Collection<Cell> cells, Instant now, int limit) {
        return database.withHandle(db -> rows(
                db.createQuery("SELECT * FROM pop_up_calendar WHERE around IN (<cells>)" + SHOWN)
                        .bindList("cells", cells.stream().map(Cell::toString).toList()),
                now,
                limit));
    }

    /** One that was published. */
    public Optional<CalendarRow> find(PopUpId id) {
        return database.withHandle(
                db -> db.createQuery("SELECT * FROM pop_up_calendar WHERE pop_up = :id AND phase <> 'DRAFT'")
                        .bind("id", id.value())
                        .map((row, context) -> row(row))
                        .findFirst());
    }

    private static List<CalendarRow> rows(Query query, Instant now, int limit) {
        return query.bind("now", now.toEpochMilli())
                .bind("since", now.minus(KEPT).toEpochMilli())
                .bind("limit", Math.clamp(limit, 1, MOST))
                .map((row, context) -> row(row))
                .list();
    }

    private static CalendarRow row(ResultSet row) throws SQLException {
        return new CalendarRow(
                new PopUpId(row.getString("pop_up")),
                Instant.ofEpochMilli(row.getLong("starts_at")),
                movedFrom(row),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    private static Optional<Instant> movedFrom(ResultSet row) throws SQLException {
        var millis = row.getLong("moved_from");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
