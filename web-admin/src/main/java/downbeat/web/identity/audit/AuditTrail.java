package downbeat.web.identity.audit;

import downbeat.cluster.database.Outage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the trail behind the answer: an entry never delays or fails the request it is about. After each write the next ones gather
 * for {@link #GATHERING}, so that a rush of thousands a second is four transactions and leaves the disk to what is waited for. A node
 * that is killed loses the entries of that long; one that is stopped none. While the database is away they wait, {@link #MOST_WAITING}
 * at most; of those on their way when it went, it cannot be told whether they arrived: they may be there twice.
 */
public final class AuditTrail {
    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final int MOST_TOGETHER = 5_000;
    private static final int MOST_WAITING = 100_000;
    private static final Duration GATHERING = Duration.ofMillis(250);

    private final Jdbi database;
    private final Executor blocking;
    private final Executor later;
    private final BlockingDeque<AuditEntry> waiting = new LinkedBlockingDeque<>(MOST_WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();

    public AuditTrail(Jdbi database, Executor blocking) {
        this.database = database;
        this.blocking = blocking;
        this.later = CompletableFuture.delayedExecutor(GATHERING.toMillis(), TimeUnit.MILLISECONDS, blocking);
    }

    public void write(AuditEntry entry) {
        keep(waiting.offer(entry));
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

    /** Writes what waits, as long as the database is there. Blocks on it. */
    public synchronized void writeAll() {
        List<AuditEntry> left = List.of();
        while (left.isEmpty() && !waiting.isEmpty()) {
            var together = new ArrayList<AuditEntry>();
            waiting.drainTo(together, MOST_TOGETHER);
            left = insert(together);
        }
        left.reversed().forEach(entry -> keep(waiting.offerFirst(entry)));
        if (left.isEmpty() && lost.get() > 0) {
            log.error("{} audit entries were lost while the database was away", lost.getAndSet(0));
        }
    }

    /** Writes what waits, for the last time. Blocks on the database. */
    public void finish() {
        writeAll();
        if (!waiting.isEmpty()) {
            log.error("{} audit entries are lost: the database is away, and the node stops", waiting.size());
        }
    }

    private void keep(boolean kept) {
        if (!kept && lost.getAndIncrement() == 0) {
            log.error("Audit entries are lost from now on: the database is away, and {} wait for it", MOST_WAITING);
        }
    }

    /**
     * One that the database does not take is not the loss of the others: it is looked for by halves.
     *
     * @return what could not be tried, since the database is away
     */
    private List<AuditEntry> insert(List<AuditEntry> entries) {
        try {
            database.useTransaction(h -> insert(h, entries));
            return List.of();
        } catch (SQLException | RuntimeException e) {
            if (Outage.caused(e)) {
                return entries;
            }
            if (entries.size() == 1) {
                var entry = entries.getFirst();
                log.error(
                        "Audit entry could not be written: {} of {} at {}",
                        entry.action(),
                        entry.object(),
                        entry.at(),
                        e);
                return List.of();
            }
            int half = entries.size() / 2;
            var second = entries.subList(half, entries.size());
            var left = insert(entries.subList(0, half));
            return left.isEmpty()
                    ? insert(second)
                    : Stream.concat(left.stream(), second.stream()).toList();
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
