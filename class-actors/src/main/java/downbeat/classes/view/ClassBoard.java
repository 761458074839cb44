package downbeat.classes.view;

import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.Phase;
import downbeat.classes.domain.PlaceKind;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Finds classes. Lags the entities by a moment: for decisions ask them. */
public final class ClassBoard {
    /** The longest list in one piece. */
    public static final int MOST = 200;

    private static final String ROW = "b.*,"
            + " (SELECT COUNT(*) FROM class_place p WHERE p.class_id = b.class_id AND p.place = 'ONLINE'"
            + " AND p.status <> 'WAITING') AS online_sold,"
            + " (SELECT COUNT(*) FROM class_place p WHERE p.class_id = b.class_id AND p.place = 'ONLINE'"
            + " AND p.status = 'WAITING') AS online_waiting,"
            + " (SELECT COUNT(*) FROM class_place p WHERE p.class_id = b.class_id AND p.place = 'IN_ROOM'"
            + " AND p.status <> 'WAITING') AS in_room_sold,"
            + " (SELECT COUNT(*) FROM class_place p WHERE p.class_id = b.class_id AND p.place = 'IN_ROOM'"
            + " AND p.status = 'WAITING') AS in_room_waiting";

    private final Jdbi database;

    public ClassBoard(Jdbi database) {
        this.database = database;
    }

    /**
     * Classes that can be booked or are running and end after an instant, by start.
     *
     * @param limit 1 to {@value #MOST}
     */
    public List<ClassRow> upcoming(Instant from, int limit, Optional<BoardCursor> after) {
        return database.withHandle(db -> db.createQuery("SELECT " + ROW + " FROM class_board b"
                        + " WHERE b.phase IN ('SCHEDULED', 'LOBBY', 'LIVE') AND b.ends_at > :from"
                        + " AND (b.starts_at > :start OR (b.starts_at = :start AND b.class_id > :id))"
                        + " ORDER BY b.starts_at, b.class_id LIMIT :limit")
                .bind("from", from.toEpochMilli())
                .bind("start", after.map(c -> c.start().toEpochMilli()).orElse(Long.MIN_VALUE))
                .bind("id", after.map(c -> c.id().value()).orElse(""))
                .bind("limit", Math.clamp(limit, 1, MOST))
                .map((rows, context) -> row(rows))
                .list());
    }

    /** Classes whose lobby is open or that are under way: those a restarted node goes on with. */
    public List<ClassId> running() {
        return database.withHandle(
                db -> db.createQuery("SELECT class_id FROM class_board WHERE phase IN ('LOBBY', 'LIVE', 'CLOSING')")
                        .map((rows, context) -> new ClassId(rows.getString("class_id")))
                        .list());
    }

    /** All classes of a trainer, drafts too, the newest start first. */
    public List<ClassRow> byTrainer(AccountId trainer) {
        return database.withHandle(db -> db.createQuery("SELECT " + ROW
                        + " FROM class_board b WHERE b.trainer = :trainer"
                        + " ORDER BY b.starts_at DESC, b.class_id LIMIT :limit")
                .bind("trainer", trainer.value())
                .bind("limit", MOST)
                .map((rows, context) -> row(rows))
                .list());
    }

    /** What somebody has of classes, past ones too, the newest start first. */
    public List<BookedRow> bookingsOf(ParticipantId participant) {
        return database.withHandle(db -> db.createQuery("SELECT m.place AS my_place, m.status AS my_status,"
                        + " m.trial AS my_trial, m.offer_until AS my_offer, " + ROW
                        + " FROM class_place m JOIN class_board b ON b.class_id = m.class_id"
                        + " WHERE m.participant = :who ORDER BY b.starts_at DESC, b.class_id LIMIT :limit")
                .bind("who", participant.value())
                .bind("limit", MOST)
                .map((rows, context) -> booked(rows))
                .list());
    }

    private static BookedRow booked(ResultSet rows) throws SQLException {
        long until = rows.getLong("my_offer");
        return new BookedRow(
                row(rows),
                PlaceKind.valueOf(rows.getString("my_place")),
                rows.getString("my_status"),
                rows.getBoolean("my_trial"),
                until == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)));
    }

    private static ClassRow row(ResultSet rows) throws SQLException {
        var start = Instant.ofEpochMilli(rows.getLong("starts_at"));
        var end = Instant.ofEpochMilli(rows.getLong("ends_at"));
        var details = new ClassDetails(
                rows.getString("title"),
                rows.getString("style"),
                rows.getString("description"),
                LocalDateTime.parse(rows.getString("local_start")),
                ZoneId.of(rows.getString("zone")),
                Duration.between(start, end),
                rows.getInt("online_capacity"),
                rows.getInt("in_room_capacity"),
                Money.of(rows.getLong("price_minor"), rows.getString("price_currency")),
                rows.getBoolean("trial"));
        return new ClassRow(
                new ClassId(rows.getString("class_id")),
                new AccountId(rows.getString("trainer")),
                details,
                Phase.valueOf(rows.getString("phase")),
                start,
                end,
                count(details.onlineCapacity(), rows.getInt("online_sold"), rows.getInt("online_waiting")),
                count(details.inRoomCapacity(), rows.getInt("in_room_sold"), rows.getInt("in_room_waiting")));
    }

    private static ClassRow.Count count(int capacity, int sold, int waiting) {
        return new ClassRow.Count(capacity, Math.max(0, capacity - sold), waiting);
    }
}
