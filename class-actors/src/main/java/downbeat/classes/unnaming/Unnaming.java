package downbeat.classes.unnaming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.cluster.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Goes once over the rows of classes and cue logs and leaves nobody's name in them, so that nothing of whoever is erased later
 * stays there. A round is some rows; the next one, after a restart too, goes on behind them. Done twice it is the same.
 */
public final class Unnaming {
    private static final int AT_ONCE = 200;
    /** What people are called by beside their name. */
    private static final List<String> IDS = List.of("participant", "who", "member");

    private final Jdbi database;
    private volatile boolean done;

    public Unnaming(Jdbi database) {
        this.database = database;
    }

    private record Reach(long position, long upto) {}

    private record Row(long ordering, byte[] payload) {}

    /** Blocks. */
    public void round() {
        done = done || database.inTransaction(Unnaming::step);
    }

    private static boolean step(Handle db) {
        var reach = reach(db).orElseGet(() -> begun(db));
        if (reach.position() >= reach.upto()) {
            return true;
        }
        var rows = db.createQuery("SELECT ordering, event_payload FROM event_journal WHERE ordering > :position"
                        + " AND ordering <= :upto AND (persistence_id LIKE 'live-class|%' OR persistence_id LIKE 'cue-log|%')"
                        + " ORDER BY ordering LIMIT :most")
                .bind("position", reach.position())
                .bind("upto", reach.upto())
                .bind("most", AT_ONCE)
                .map((row, context) -> new Row(row.getLong("ordering"), row.getBytes("event_payload")))
                .list();
        rows.forEach(row -> nameless(row.payload())
                .ifPresent(payload -> db.createUpdate(
                                "UPDATE event_journal SET event_payload = :payload WHERE ordering = :ordering")
                        .bind("payload", payload)
                        .bind("ordering", row.ordering())
                        .execute()));
        db.createUpdate("UPDATE class_unnaming SET position = :position WHERE id = 1")
                .bind(
                        "position",
                        rows.size() < AT_ONCE ? reach.upto() : rows.getLast().ordering())
                .execute();
        return rows.size() < AT_ONCE;
    }

    private static Optional<Reach> reach(Handle db) {
        return db.createQuery("SELECT position, upto FROM class_unnaming WHERE id = 1")
                .map((row, context) -> new Reach(row.getLong("position"), row.getLong("upto")))
                .findFirst();
    }

    /** What this version writes has no names; snapshots and reports are few. */
    private static Reach begun(Handle db) {
        db.execute("INSERT INTO class_unnaming (id, position, upto)"
                + " SELECT 1, 0, COALESCE(MAX(ordering), 0) FROM event_journal");
        db.execute("DELETE FROM snapshot WHERE persistence_id LIKE 'live-class|%'");
        db.createQuery("SELECT class_id, report FROM class_report")
                .map((row, context) -> List.of(row.getString("class_id"), row.getString("report")))
                .list()
                .forEach(report -> nameless(report.getLast().getBytes(StandardCharsets.UTF_8))
                        .ifPresent(
                                it -> db.createUpdate("UPDATE class_report SET report = :report WHERE class_id = :id")
                                        .bind("report", new String(it, StandardCharsets.UTF_8))
                                        .bind("id", report.getFirst())
                                        .execute()));
        return reach(db).orElseThrow();
    }

    /** Empty if nobody is named in it. */
    static Optional<byte[]> nameless(byte[] json) {
        try {
            var tree = Json.mapper().readTree(json);
            return clear(tree) ? Optional.of(Json.mapper().writeValueAsBytes(tree)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean clear(JsonNode tree) {
        boolean changed = false;
        if (tree instanceof ObjectNode it
                && !it.path("name").asText().isEmpty()
                && IDS.stream().anyMatch(it::has)) {
            it.put("name", "");
            changed = true;
        }
        for (var child : tree) {
            changed |= clear(child);
        }
        return changed;
    }
}
