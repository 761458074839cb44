package downbeat.discovery.journey.book;

import downbeat.discovery.journey.What;
import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes steps and places inside the transactions of views. */
final class Steps {
    private Steps() {}

    /** The first time counts: what became known late and was earlier takes the place of what was known. */
    static void note(Handle db, ParticipantId member, What what, String source, Instant at) {
        int known = db.createUpdate("UPDATE journey_step SET done_at = LEAST(done_at, :at)"
                        + " WHERE member = :member AND step = :step AND source = :source")
                .bind("member", member.value())
                .bind("step", what.name())
                .bind("source", source)
                .bind("at", at.toEpochMilli())
                .execute();
        if (known == 0) {
            db.createUpdate(
                            "INSERT INTO journey_step (member, step, source, done_at) VALUES (:member, :step, :source, :at)")
                    .bind("member", member.value())
                    .bind("step", what.name())
                    .bind("source", source)
                    .bind("at", at.toEpochMilli())
                    .execute();
        }
    }

    static void forget(Handle db, ParticipantId member, What what, String source) {
        db.createUpdate("DELETE FROM journey_step WHERE member = :member AND step = :step AND source = :source")
                .bind("member", member.value())
                .bind("step", what.name())
                .bind("source", source)
                .execute();
    }

    static void place(Handle db, String source, AccountId owner, Optional<String> cell) {
        db.createUpdate("DELETE FROM journey_place WHERE source = :source")
                .bind("source", source)
                .execute();
        db.createUpdate("INSERT INTO journey_place (source, owner, cell) VALUES (:source, :owner, :cell)")
                .bind("source", source)
                .bind("owner", owner.value())
                .bind("cell", cell.orElse(null))
                .execute();
    }

    static void move(Handle db, String source, String cell) {
        db.createUpdate("UPDATE journey_place SET cell = :cell WHERE source = :source")
                .bind("source", source)
                .bind("cell", cell)
                .execute();
    }
}
