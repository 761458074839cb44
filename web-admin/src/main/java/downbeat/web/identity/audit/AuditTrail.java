package downbeat.web.identity.audit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the trail behind the answer: an entry never delays or fails the request it is about. After each write the next ones gather
 * for {@link #GATHERING}, so that a rush of thousands a second is four transactions and leaves the disk to what is waited for. A node
 * that is killed loses the entries of that long; one that is stopped none.
 */
public final class AuditTrail {
    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final int MOST_TOGETHER = 5_000;
    private static final Duration GATHERING = Duration.ofMillis(250);

    private final Jdbi database;
    private final Executor blocking;
    private final Executor later;
    private final Queue<AuditEntry> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    public AuditTrail(Jdbi database, Executor blocking) {
        this.database = database;
        this.blocking = blocking;
        this.later = CompletableFuture.delayedExecutor(GATHERING.toMillis(), TimeUnit.MILLISECONDS, blocking);
    }

    public void write(AuditEntry entry) {
        waiting.add(entry);
        startWriting();
    }

    private void startWriting() {
        if (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            blocking.execute(this::writeAndGather);
        }
    }

    private void writeAndGather() {
        try {
            writeAll();
        } finally {
            later.execute(() -> {
                writing.set(false);
                startWriting();
            });
        }
    }

    /** Writes what waits. Blocks on the database. */
    public synchronized void writeAll() {
        for (var some = together(); !some.isEmpty(); some = together()) {
            insert(some);
        }
    }

    private List<AuditEntry> together() {
        var together = new ArrayList<AuditEntry>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            together.add(next);
            if (together.size() == MOST_TOGETHER) {
                break;
            }
        }
        return together;
    }

    /** One that the database does not take is not the loss of the others: it is looked for by halves. */
    private void insert(List<AuditEntry> entries) {
        try {
            database.useTransaction(h -> insert(h, entries));
        } catch (SQLException | RuntimeException e) {
            if (entries.size() == 1) {
                log.error("Audit entry could not be written: {}", entries.getFirst(), e);
            } else {
                int half = entries.size() / 2;
                insert(entries.subList(0, half));
                insert(entries.subList(half, entries.size()));
            }
        }
    }

    /** With JDBC alone: binding by name takes as long as the database does, and here that is thousands of times a second. */
    private static void insert(Handle h, List<AuditEntry> entries) throws SQLException {
        try (var batch = h.getConnection()
                .prepareStatement("insert into audit_trail (at, account, action, object, status, client, device)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            for (var e : entries) {
                batch.setObject(1, OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC));
                batch.setString(2, e.account());
                batch.setString(3, e.action());
                batch.setString(4, e.object().length() > 256 ? e.object().substring(0, 256) : e.object());
                batch.setInt(5, e.status());
                batch.setString(6, e.client());
                batch.setString(7, e.device().orElse(null));
                batch.addBatch();
            }
            batch.executeBatch();
        }
    }

    /** An entry and its number: later entries have higher ones. */
    public record Line(long number, AuditEntry entry) {}

    /** The newest entries below this number, newest first, with all that this node has done. Blocks on the database. */
    public List<Line> newest(int limit, long below) {
        writeAll();
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
