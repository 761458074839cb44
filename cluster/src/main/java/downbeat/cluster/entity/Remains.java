package downbeat.cluster.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.cluster.person.Person;
import downbeat.cluster.wire.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is left of a person's rows in the journal: as many as there were, each a commit of nothing, whether it was sealed or is
 * from a version that stored it in the clear. Were they deleted, streams would wait for each gap in the ordering after a start.
 */
final class Remains {

    private static final StoredCommit NOTHING =
            new StoredCommit(Instant.EPOCH, 1, List.of(), List.of(), Optional.empty());

    private Remains() {}

    static void leave(Handle db, Person who) {
        db.createUpdate("UPDATE event_journal SET event_payload = :nothing, event_ser_manifest = :manifest"
                        + " WHERE persistence_id = :id")
                .bind("nothing", nothing())
                .bind("manifest", StoredCommit.class.getName())
                .bind("id", who.persistenceId())
                .execute();
        db.createUpdate("DELETE FROM snapshot WHERE persistence_id = :id")
                .bind("id", who.persistenceId())
                .execute();
        db.createUpdate("DELETE FROM entity_deadline WHERE aggregate = :aggregate AND entity_id = :entity")
                .bind("aggregate", who.aggregate())
                .bind("entity", who.entityId())
                .execute();
    }

    private static byte[] nothing() {
        try {
            return Json.mapper().writeValueAsBytes(NOTHING);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
