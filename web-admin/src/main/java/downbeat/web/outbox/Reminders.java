package downbeat.web.outbox;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.MessageId;
import downbeat.web.outbox.domain.Occasion;
import downbeat.web.outbox.domain.Topic;
import downbeat.web.outbox.domain.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Reminds of a pop-up the day before. Whoever got the ticket within that day has just read of it. */
public final class Reminders {
    static final Duration AHEAD = Duration.ofHours(24);

    private final Jdbi database;
    private final Clock clock;

    public Reminders(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Due(PopUpId popUp, Occasion occasion) {}

    /** Writes what is due, once however many nodes look. Blocks on the database. */
    public void round() {
        due().forEach(this::remind);
    }

    private List<Due> due() {
        var now = clock.instant();
        return database.withHandle(db -> db.createQuery("SELECT * FROM outbox_pop_up WHERE phase = 'PUBLISHED'"
                        + " AND starts_at > :now AND starts_at <= :ahead")
                .bind("now", now.toEpochMilli())
                .bind("ahead", now.plus(AHEAD).toEpochMilli())
                .map((row, context) -> new Due(new PopUpId(row.getString("pop_up")), GuestList.occasion(row)))
                .list());
    }

    private void remind(Due due) {
        var it = due.occasion();
        var message = new Message(
                MessageId.ofReminder(due.popUp(), it.start()),
                due.popUp(),
                Topic.REMINDER,
                Wording.reminder(it),
                Optional.empty(),
                clock.instant(),
                it.start());
        try {
            database.useTransaction(db -> Desk.put(db, message, early(db, due)));
        } catch (UnableToExecuteStatementException raced) {
            // Another node was first. Anything else shows itself in this reading.
            if (database.withHandle(db -> !Desk.isThere(db, message))) {
                throw raced;
            }
        }
    }

    private static List<ParticipantId> early(Handle db, Due due) {
        return db.createQuery("SELECT DISTINCT participant FROM outbox_guest"
                        + " WHERE pop_up = :id AND ticket <> '' AND since < :dayBefore")
                .bind("id", due.popUp().value())
                .bind("dayBefore", due.occasion().start().minus(AHEAD).toEpochMilli())
                .map((row, context) -> new ParticipantId(row.getString("participant")))
                .list();
    }
}
