package downbeat.web.outbox;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import downbeat.web.outbox.domain.Audience;
import downbeat.web.outbox.domain.LetterState;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.MessageId;
import downbeat.web.outbox.domain.Said;
import downbeat.web.outbox.domain.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Messages as their readers and organizers see them. Lags the facts by a moment. Every call blocks on the database. */
public final class Outbox {
    /** The longest list in one piece. */
    public static final int MOST = 500;

    private static final String MESSAGE =
            "m.message, m.pop_up, m.topic, m.subject, m.words, m.audience, m.said_at, m.good_until";

    private final Jdbi database;
    private final boolean sends;

    /** @param sends whether letters leave this installation by post */
    public Outbox(Jdbi database, boolean sends) {
        this.database = database;
        this.sends = sends;
    }

    /** Whether letters leave by post; where none do, messages are read on the pages only. */
    public boolean sends() {
        return sends;
    }

    /** A message with how many of its letters are how far. */
    public record Sent(Message message, Map<LetterState, Integer> letters) {
        public Sent {
            letters = Map.copyOf(letters);
        }
    }

    /**
     * A letter.
     *
     * @param why it has failed, or the last try did
     */
    public record Letter(
            ParticipantId to, LetterState state, int tries, Optional<Instant> doneAt, Optional<String> why) {}

    /** What somebody reads. */
    public record Received(Message message, String popUpTitle, LetterState state) {}

    /** Puts an organizer's words down; the same message again changes nothing. */
    public void announce(Message message, Collection<ParticipantId> to) {
        database.useTransaction(db -> Desk.put(db, message, to));
    }

    /** The messages of a pop-up to its guests, the newest first, without their letters. Who lives near it is not its organizer's to know. */
    public List<Message> of(PopUpId popUp) {
        return database.withHandle(db -> db.createQuery(
                        "SELECT " + MESSAGE + " FROM outbox_message m"
                                + " WHERE m.pop_up = :popUp AND m.topic <> 'NEARBY' ORDER BY m.said_at DESC, m.message LIMIT :most")
                .bind("popUp", popUp.value())
                .bind("most", MOST)
                .map((row, context) -> message(row))
                .list());
    }

    /** The same messages with how far their letters are. */
    public List<Sent> counted(List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        Map<String, Map<LetterState, Integer>> counts = new java.util.HashMap<>();
        database.useHandle(db -> db.createQuery("SELECT message, state, COUNT(*) AS letters FROM outbox_letter"
                        + " WHERE message IN (<messages>) GROUP BY message, state")
                .bindList("messages", messages.stream().map(m -> m.id().value()).toList())
                .map((row, context) -> {
                    counts.computeIfAbsent(row.getString("message"), id -> new java.util.HashMap<>())
                            .put(LetterState.valueOf(row.getString("state")), row.getInt("letters"));
                    return row.getString("message");
                })
                .list());
        return messages.stream()
                .map(m -> new Sent(m, counts.getOrDefault(m.id().value(), Map.of())))
                .toList();
    }

    /** A message of this pop-up. */
    public Optional<Message> find(PopUpId popUp, MessageId id) {
        return database.withHandle(db -> db.createQuery("SELECT " + MESSAGE + " FROM outbox_message m"
                        + " WHERE m.message = :message AND m.pop_up = :popUp AND m.topic <> 'NEARBY'")
                .bind("message", id.value())
                .bind("popUp", popUp.value())
                .map((row, context) -> message(row))
                .findFirst());
    }

    /** Its letters, what went wrong first. */
    public List<Letter> letters(MessageId id) {
        return database.withHandle(db -> db.createQuery(
                        "SELECT participant, state, tries, done_at, why FROM outbox_letter WHERE message = :message"
                                + " ORDER BY CASE WHEN state = 'FAILED' THEN 0 WHEN tries > 0 AND state = 'WAITING' THEN 1 ELSE 2 END,"
                                + " participant")
                .bind("message", id.value())
                .map((row, context) -> new Letter(
                        new ParticipantId(row.getString("participant")),
                        LetterState.valueOf(row.getString("state")),
                        row.getInt("tries"),
                        instant(row, "done_at"),
                        Optional.ofNullable(row.getString("why"))))
                .list());
    }

    /** What somebody was told, the newest first. */
    public List<Received> readBy(ParticipantId reader) {
        return database.withHandle(db -> db.createQuery("SELECT " + MESSAGE + ", l.state, p.title FROM outbox_letter l"
                        + " JOIN outbox_message m ON m.message = l.message JOIN outbox_pop_up p ON p.pop_up = m.pop_up"
                        + " WHERE l.participant = :reader ORDER BY l.said_at DESC, l.message LIMIT :most")
                .bind("reader", reader.value())
                .bind("most", MOST)
                .map((row, context) ->
                        new Received(message(row), row.getString("title"), LetterState.valueOf(row.getString("state"))))
                .list());
    }

    /** Whether somebody takes letters by e-mail: yes, unless they said no. */
    public boolean wantsMail(ParticipantId who) {
        return database.withHandle(db -> db.createQuery("SELECT by_mail FROM outbox_wish WHERE participant = :who")
                .bind("who", who.value())
                .mapTo(Boolean.class)
                .findFirst()
                .orElse(true));
    }

    /** They say so; letters that have not left yet follow it. */
    public void wish(ParticipantId who, boolean byMail) {
        database.useTransaction(db -> {
            db.createUpdate("DELETE FROM outbox_wish WHERE participant = :who")
                    .bind("who", who.value())
                    .execute();
            db.createUpdate("INSERT INTO outbox_wish (participant, by_mail) VALUES (:who, :byMail)")
                    .bind("who", who.value())
                    .bind("byMail", byMail)
                    .execute();
        });
    }

    static Message message(ResultSet row) throws SQLException {
        return new Message(
                new MessageId(row.getString("message")),
                new PopUpId(row.getString("pop_up")),
                Topic.valueOf(row.getString("topic")),
                new Said(row.getString("subject"), row.getString("words")),
                Optional.ofNullable(row.getString("audience")).map(Audience::parse),
                Instant.ofEpochMilli(row.getLong("said_at")),
                Instant.ofEpochMilli(row.getLong("good_until")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
