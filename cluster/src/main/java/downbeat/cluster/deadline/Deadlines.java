package downbeat.cluster.deadline;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.SingletonActor;
import downbeat.cluster.entity.Entities;
import downbeat.cluster.entity.StoredFacts;
import downbeat.cluster.journal.Projections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The table of deadlines. A resident entity keeps its own timer; this wakes the ones that are not, after a restart or a
 * passivation, though nobody calls them.
 */
public final class Deadlines {

    /** An entity whose time has come. */
    record DueEntity(Instant at, String aggregate, String entityId) {
        /** Before every other. */
        static final DueEntity FIRST = new DueEntity(Instant.EPOCH, "", "");
    }

    private static final String DUE = "SELECT due_at, aggregate, entity_id FROM entity_deadline WHERE due_at <= :now";

    private Deadlines() {}

    /** Keeps the table in step with the journal of one aggregate. */
    public static void follow(StoredFacts<?> facts, Projections projections) {
        projections.rows(facts.aggregate() + "-deadlines", facts, (db, rows, afterwards) -> {
            Map<String, Optional<Instant>> last = new LinkedHashMap<>();
            rows.forEach(row -> last.put(facts.entityId(row.persistenceId()), facts.deadline(row.event())));
            last.forEach((entityId, deadline) -> put(db, facts.aggregate(), entityId, deadline));
        });
    }

    /** Starts the one clock of the cluster that watches the table. */
    public static void watch(ActorSystem<?> system, Jdbi jdbi, Entities entities, Clock clock) {
        ClusterSingleton.get(system)
                .init(SingletonActor.of(DeadlineClock.create(jdbi, entities, clock), "deadline-clock")
                        .withProps(DispatcherSelector.blocking()));
    }

    static void put(Handle db, String aggregate, String entityId, Optional<Instant> deadline) {
        db.createUpdate("DELETE FROM entity_deadline WHERE aggregate = :aggregate AND entity_id = :id")
                .bind("aggregate", aggregate)
                .bind("id", entityId)
                .execute();
        deadline.ifPresent(at -> db.createUpdate(
                        "INSERT INTO entity_deadline (aggregate, entity_id, due_at) VALUES (:aggregate, :id, :at)")
                .bind("aggregate", aggregate)
                .bind("id", entityId)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Those whose time came after {@code since}. */
    static List<DueEntity> cameDue(Handle db, Instant since, Instant now, int most) {
        return db.createQuery(DUE + " AND due_at > :since" + first(most))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .map((row, context) -> dueEntity(row))
                .list();
    }

    /** Those that follow {@code last} in the order of their deadlines. */
    static List<DueEntity> dueAfter(Handle db, DueEntity last, Instant now, int most) {
        return db.createQuery(DUE + " AND (due_at, aggregate, entity_id) > (:at, :aggregate, :id)" + first(most))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("at", last.at().atOffset(ZoneOffset.UTC))
                .bind("aggregate", last.aggregate())
                .bind("id", last.entityId())
                .map((row, context) -> dueEntity(row))
                .list();
    }

    private static String first(int most) {
        return " ORDER BY due_at, aggregate, entity_id FETCH FIRST " + most + " ROWS ONLY";
    }

    private static DueEntity dueEntity(ResultSet row) throws SQLException {
        return new DueEntity(
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("aggregate"),
                row.getString("entity_id"));
    }
}
