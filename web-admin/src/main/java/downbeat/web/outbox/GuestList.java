package downbeat.web.outbox;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.web.outbox.domain.Occasion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the facts say of one pop-up and of who has a ticket for it or waits, within the transaction of a fact. */
final class GuestList {
    private static final String WAITS = "";

    private final Handle db;
    private final PopUpId id;

    GuestList(Handle db, PopUpId id) {
        this.db = db;
        this.id = id;
    }

    /** @param inClass whether a class is held there, in which others take part online */
    void planned(Occasion it, boolean inClass) {
        db.createUpdate("DELETE FROM outbox_pop_up WHERE pop_up = :id")
                .bind("id", id.value())
                .execute();
        write(
                "INSERT INTO outbox_pop_up (pop_up, title, starts_at, ends_at, zone, place_name, address, phase, in_class)"
                        + " VALUES (:id, :title, :start, :end, :zone, :place, :address, 'DRAFT', :inClass)",
                it,
                inClass);
    }

    void changed(Occasion it, boolean inClass) {
        write(
                "UPDATE outbox_pop_up SET title = :title, starts_at = :start, ends_at = :end, zone = :zone,"
                        + " place_name = :place, address = :address, in_class = :inClass WHERE pop_up = :id",
                it,
                inClass);
    }

    private void write(String sql, Occasion it, boolean inClass) {
        db.createUpdate(sql)
                .bind("id", id.value())
                .bind("title", it.title())
                .bind("start", it.start().toEpochMilli())
                .bind("end", it.end().toEpochMilli())
                .bind("zone", it.zone().getId())
                .bind("place", it.placeName())
                .bind("address", it.address())
                .bind("inClass", inClass)
                .execute();
    }

    void phase(String phase) {
        db.createUpdate("UPDATE outbox_pop_up SET phase = :phase WHERE pop_up = :id")
                .bind("id", id.value())
                .bind("phase", phase)
                .execute();
    }

    /** Nobody waits for a place at what is over. */
    void closed() {
        phase("CLOSED");
        db.createUpdate("DELETE FROM outbox_guest WHERE pop_up = :id AND ticket = :waits")
                .bind("id", id.value())
                .bind("waits", WAITS)
                .execute();
    }

    Occasion occasion() {
        return db.createQuery("SELECT * FROM outbox_pop_up WHERE pop_up = :id")
                .bind("id", id.value())
                .map((row, context) -> occasion(row))
                .one();
    }

    boolean inClass() {
        return db.createQuery("SELECT in_class FROM outbox_pop_up WHERE pop_up = :id")
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one();
    }

    static Occasion occasion(ResultSet row) throws SQLException {
        return new Occasion(
                row.getString("title"),
                Instant.ofEpochMilli(row.getLong("starts_at")),
                Instant.ofEpochMilli(row.getLong("ends_at")),
                ZoneId.of(row.getString("zone")),
                row.getString("place_name"),
                row.getString("address"));
    }

    void waits(ParticipantId who, Instant since) {
        add(who, WAITS, since);
    }

    void has(ParticipantId who, TicketId ticket, Instant since) {
        add(who, ticket.value(), since);
    }

    private void add(ParticipantId who, String ticket, Instant since) {
        remove(who, ticket);
        db.createUpdate(
                        "INSERT INTO outbox_guest (pop_up, participant, ticket, since) VALUES (:id, :who, :ticket, :since)")
                .bind("id", id.value())
                .bind("who", who.value())
                .bind("ticket", ticket)
                .bind("since", since.toEpochMilli())
                .execute();
    }

    void waitsNoMore(ParticipantId who) {
        remove(who, WAITS);
    }

    private void remove(ParticipantId who, String ticket) {
        db.createUpdate("DELETE FROM outbox_guest WHERE pop_up = :id AND participant = :who AND ticket = :ticket")
                .bind("id", id.value())
                .bind("who", who.value())
                .bind("ticket", ticket)
                .execute();
    }

    void hasNoMore(TicketId ticket) {
        db.createUpdate("DELETE FROM outbox_guest WHERE pop_up = :id AND ticket = :ticket")
                .bind("id", id.value())
                .bind("ticket", ticket.value())
                .execute();
    }

    /** Nobody known for a walk-in. */
    List<ParticipantId> holder(TicketId ticket) {
        return db.createQuery("SELECT participant FROM outbox_guest WHERE pop_up = :id AND ticket = :ticket")
                .bind("id", id.value())
                .bind("ticket", ticket.value())
                .map((row, context) -> new ParticipantId(row.getString("participant")))
                .list();
    }

    /** Who has a ticket or waits. */
    List<ParticipantId> everybody() {
        return db.createQuery("SELECT DISTINCT participant FROM outbox_guest WHERE pop_up = :id")
                .bind("id", id.value())
                .map((row, context) -> new ParticipantId(row.getString("participant")))
                .list();
    }
}
