package downbeat.web.outbox;

import downbeat.kernel.ParticipantId;
import downbeat.web.outbox.domain.Audience;
import downbeat.web.outbox.domain.LetterState;
import downbeat.web.outbox.domain.Message;
import java.util.Collection;
import java.util.LinkedHashSet;
import org.jdbi.v3.core.Handle;

/** Where messages are put down, with a letter for each reader. */
final class Desk {
    private Desk() {}

    /** Puts a message down unless it is there already, or nobody is to get it. */
    static void put(Handle db, Message message, Collection<ParticipantId> to) {
        if (to.isEmpty() || isThere(db, message)) {
            return;
        }
        db.createUpdate(
                        "INSERT INTO outbox_message (message, pop_up, topic, subject, words, audience, said_at, good_until)"
                                + " VALUES (:message, :popUp, :topic, :subject, :words, :audience, :at, :until)")
                .bind("message", message.id().value())
                .bind("popUp", message.popUp().value())
                .bind("topic", message.topic().name())
                .bind("subject", message.said().subject())
                .bind("words", message.said().words())
                .bind("audience", message.audience().map(Audience::text).orElse(null))
                .bind("at", message.at().toEpochMilli())
                .bind("until", message.goodUntil().toEpochMilli())
                .execute();
        letters(db, message, to);
    }

    static boolean isThere(Handle db, Message message) {
        return db.createQuery("SELECT COUNT(*) FROM outbox_message WHERE message = :message")
                        .bind("message", message.id().value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static void letters(Handle db, Message message, Collection<ParticipantId> to) {
        var batch = db.prepareBatch("INSERT INTO outbox_letter"
                + " (message, participant, state, tries, next_try, claimed_until, said_at)"
                + " VALUES (:message, :who, :state, 0, :at, 0, :at)");
        for (var who : new LinkedHashSet<>(to)) {
            batch.bind("message", message.id().value())
                    .bind("who", who.value())
                    .bind("state", LetterState.WAITING.name())
                    .bind("at", message.at().toEpochMilli())
                    .add();
        }
        batch.execute();
    }
}
