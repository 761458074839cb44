package downbeat.web.identity.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the trail behind the answer: an entry never delays or fails the request it is about. */
public final class AuditTrail {
    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

    private final Jdbi database;
    private final Executor blocking;

    public AuditTrail(Jdbi database, Executor blocking) {
        this.database = database;
        this.blocking = blocking;
    }

    public void write(AuditEntry entry) {
        blocking.execute(() -> {
            try {
                insert(entry);
            } catch (RuntimeException e) {
                log.error("Audit entry could not be written: {}", entry, e);
            }
        });
    }

    private void insert(AuditEntry e) {
        database.useHandle(h -> h.createUpdate(
                        "insert into audit_trail (at, account, action, object, status, client, device)"
                                + " values (:at, :account, :action, :object, :status, :client, :device)")
                .bind("at", OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC))
                .bind("account", e.account())
                .bind("action", e.action())
                .bind("object", e.object().length() > 256 ? e.object().substring(0, 256) : e.object())
                .bind("status", e.status())
                .bind("client", e.client())
                .bind("device", e.device().orElse(null))
                .execute());
    }

    /** An entry and its number: later entries have higher ones. */
    public record Line(long number, AuditEntry entry) {}

    /** The newest entries below this number, newest first. Blocks on the database. */
    public List<Line> newest(int limit, long below) {
        return database.withHandle(h -> h.createQuery("select id, at, account, action, object, status, client, device"
                        + " from audit_trail where id < :below order by id desc limit :limit")
                .bind("below", below)
                .bind("limit", limit)
                .map((row, ctx) -> new Line(
                        row.getLong("id"),
                        new AuditEntry(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("account"),
                                row.getString("action"),
                                row.getString("object"),
                                row.getInt("status"),
                                row.getString("client"),
                                Optional.ofNullable(row.getString("device")))))
                .list());
    }
}
