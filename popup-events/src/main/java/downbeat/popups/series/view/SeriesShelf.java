package downbeat.popups.series.view;

import downbeat.kernel.AccountId;
import downbeat.popups.series.domain.SeriesId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Finds series. Lags them by a moment. Blocks on the database. */
public final class SeriesShelf {
    /** The longest list. */
    public static final int MOST = 200;

    private final Jdbi database;

    public SeriesShelf(Jdbi database) {
        this.database = database;
    }

    /** All of an organizer, the newest first. */
    public List<SeriesRow> byOrganizer(AccountId organizer) {
        return database.withHandle(db -> db.createQuery("SELECT series, title, first_date, last_date, dates, begun_at"
                        + " FROM series_shelf WHERE organizer = :organizer ORDER BY begun_at DESC, series LIMIT :limit")
                .bind("organizer", organizer.value())
                .bind("limit", MOST)
                .map((rows, context) -> row(rows))
                .list());
    }

    private static SeriesRow row(ResultSet rows) throws SQLException {
        return new SeriesRow(
                new SeriesId(rows.getString("series")),
                rows.getString("title"),
                LocalDate.ofEpochDay(rows.getLong("first_date")),
                LocalDate.ofEpochDay(rows.getLong("last_date")),
                rows.getInt("dates"),
                Instant.ofEpochMilli(rows.getLong("begun_at")));
    }
}
