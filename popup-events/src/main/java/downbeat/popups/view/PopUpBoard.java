package downbeat.popups.view;

import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Finds pop-ups; what is shown of them they say themselves. Lags them by a moment. Blocks on the database. */
public final class PopUpBoard {
    /** The longest list in one piece. */
    public static final int MOST = 200;

    /** What one organizer sees of their own: some series, whole. */
    public static final int MOST_OWN = 5_000;

    private final Jdbi database;

    public PopUpBoard(Jdbi database) {
        this.database = database;
    }

    /**
     * Those that are published or on and end after an instant, by start.
     *
     * @param limit 1 to {@value #MOST}
     */
    public List<BoardRow> upcoming(Instant from, int limit, Optional<BoardRow> after) {
        return database.withHandle(db -> db.createQuery("SELECT b.pop_up, b.starts_at FROM pop_up_board b"
                        + " WHERE b.phase IN ('PUBLISHED', 'DOORS_OPEN') AND b.ends_at > :from"
                        + " AND (b.starts_at > :start OR (b.starts_at = :start AND b.pop_up > :id))"
                        + " ORDER BY b.starts_at, b.pop_up LIMIT :limit")
                .bind("from", from.toEpochMilli())
                .bind("start", after.map(row -> row.start().toEpochMilli()).orElse(Long.MIN_VALUE))
                .bind("id", after.map(row -> row.id().value()).orElse(""))
                .bind("limit", Math.clamp(limit, 1, MOST))
                .map((rows, context) -> row(rows))
                .list());
    }

    /** Of those that are the room of one of these classes, published or on and not over: the one that starts first. */
    public Optional<PopUpId> roomOf(Collection<ClassId> classes, Instant now) {
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        return database.withHandle(db -> db.createQuery("SELECT pop_up FROM pop_up_board"
                        + " WHERE phase IN ('PUBLISHED', 'DOORS_OPEN') AND ends_at > :now AND class_id IN (<classes>)"
                        + " ORDER BY starts_at, pop_up LIMIT 1")
                .bindList("classes", classes.stream().map(ClassId::value).toList())
                .bind("now", now.toEpochMilli())
                .map((rows, context) -> new PopUpId(rows.getString("pop_up")))
                .findFirst());
    }

    /** All that are the room of this class and neither closed nor cancelled, drafts too. */
    public List<PopUpId> roomsOf(ClassId id) {
        return database.withHandle(db -> db.createQuery("SELECT pop_up FROM pop_up_board WHERE class_id = :class"
                        + " AND phase IN ('DRAFT', 'PUBLISHED', 'DOORS_OPEN') ORDER BY starts_at, pop_up LIMIT :limit")
                .bind("class", id.value())
                .bind("limit", MOST)
                .map((rows, context) -> new PopUpId(rows.getString("pop_up")))
                .list());
    }

    /** How far each of these has come; those it has not heard of yet are missing. */
    public Map<PopUpId, Phase> phases(Collection<PopUpId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.withHandle(db -> db.createQuery(
                        "SELECT pop_up, phase FROM pop_up_board WHERE pop_up IN (<ids>)")
                .bindList("ids", ids.stream().map(PopUpId::value).toList())
                .reduceRows(new HashMap<PopUpId, Phase>(), (phases, row) -> {
                    phases.put(
                            new PopUpId(row.getColumn("pop_up", String.class)),
                            Phase.valueOf(row.getColumn("phase", String.class)));
                    return phases;
                }));
    }

    /** All of an organizer, drafts too, the newest start first. */
    public List<PopUpId> byOrganizer(AccountId organizer) {
        return database.withHandle(db -> db.createQuery("SELECT pop_up FROM pop_up_board WHERE organizer = :organizer"
                        + " ORDER BY starts_at DESC, pop_up LIMIT :limit")
                .bind("organizer", organizer.value())
                .bind("limit", MOST_OWN)
                .map((rows, context) -> new PopUpId(rows.getString("pop_up")))
                .list());
    }

    /** All in which somebody has or had a place, or a share of the queue, the newest start first. */
    public List<PopUpId> byGuest(ParticipantId guest) {
        return database.withHandle(db -> db.createQuery("SELECT g.pop_up FROM pop_up_guest g"
                        + " JOIN pop_up_board b ON b.pop_up = g.pop_up WHERE g.participant = :guest"
                        + " ORDER BY b.starts_at DESC, g.pop_up LIMIT :limit")
                .bind("guest", guest.value())
                .bind("limit", MOST)
                .map((rows, context) -> new PopUpId(rows.getString("pop_up")))
                .list());
    }

    /** All who have or had a place at one, or a share of its queue. */
    public Set<ParticipantId> guestsOf(PopUpId id) {
        return Set.copyOf(database.withHandle(
                db -> db.createQuery("SELECT DISTINCT participant FROM pop_up_guest WHERE pop_up = :id")
                        .bind("id", id.value())
                        .map((rows, context) -> new ParticipantId(rows.getString("participant")))
                        .list()));
    }

    private static BoardRow row(ResultSet rows) throws SQLException {
        return new BoardRow(Instant.ofEpochMilli(rows.getLong("starts_at")), new PopUpId(rows.getString("pop_up")));
    }
}
