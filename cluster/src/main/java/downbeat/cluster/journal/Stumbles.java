package downbeat.cluster.journal;

import akka.persistence.query.EventEnvelope;
import akka.projection.ProjectionId;
import downbeat.cluster.database.Outage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which streams of views and reactions on this node cannot get past a row. A row that is skipped would be missing for ever,
 * so it is tried again and again, what comes after it in its stream waits, and operators are told.
 */
public final class Stumbles {

    private static final Logger LOG = LoggerFactory.getLogger(Stumbles.class);
    /** A deadlock or a lost connection passes with the next attempt or the one after it. */
    private static final int SERIOUS = 3;
    /** A stream tries again after 10 s at most; one that is not heard of for longer runs elsewhere. */
    private static final Duration HEARD_OF = Duration.ofSeconds(30);

    private record Stumble(String row, int attempts, Instant last) {}

    private final Map<ProjectionId, Stumble> open = new ConcurrentHashMap<>();
    private final MeterRegistry metrics;
    private final Clock clock;

    public Stumbles(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
        Gauge.builder("downbeat.projection.stuck", this, it -> it.names().size())
                .description("Streams of views and reactions on this node that cannot get past a row")
                .register(metrics);
    }

    /** A view or reaction begins on this node: its failures are counted from none. */
    void watch(String projection) {
        failures(projection);
    }

    private Counter failures(String projection) {
        return Counter.builder("downbeat.projection.failures")
                .description("Times a view or reaction failed at a row of the journal")
                .tag("projection", projection)
                .register(metrics);
    }

    /** The streams that failed at the same row three times or more and still do, by name. */
    public List<String> names() {
        Instant since = clock.instant().minus(HEARD_OF);
        return open.entrySet().stream()
                .filter(entry -> entry.getValue().attempts() >= SERIOUS
                        && entry.getValue().last().isAfter(since))
                .map(entry -> entry.getKey().name() + " of " + entry.getKey().key())
                .sorted()
                .toList();
    }

    /** A row could not be handled, unless it was the database that went away. */
    void failed(ProjectionId stream, EventEnvelope row, Throwable why) {
        if (!Outage.caused(why)) {
            failed(stream, shown(row), why);
        }
    }

    /** The row after a position could not even be read. Of a database that does not answer, others speak. */
    void unread(ProjectionId stream, String after, Throwable why) {
        if (!ofTheDatabase(why)) {
            failed(stream, "the row after " + after, why);
        }
    }

    private static boolean ofTheDatabase(Throwable why) {
        return why instanceof SQLException || (why.getCause() != null && ofTheDatabase(why.getCause()));
    }

    static String shown(EventEnvelope row) {
        return row.persistenceId() + " #" + row.sequenceNr();
    }

    private void failed(ProjectionId stream, String row, Throwable why) {
        failures(stream.name()).increment();
        Stumble first = new Stumble(row, 1, clock.instant());
        Stumble now = open.merge(
                stream,
                first,
                (before, it) -> before.row().equals(row) ? new Stumble(row, before.attempts() + 1, it.last()) : it);
        if (Integer.bitCount(now.attempts()) == 1) { // the 1st, 2nd, 4th, 8th … time
            LOG.error(
                    "{} of {} cannot handle {} (attempt {}): {}; it tries again, and what follows waits",
                    stream.name(),
                    stream.key(),
                    row,
                    now.attempts(),
                    firstLine(root(why)));
        }
    }

    void passed(ProjectionId stream) {
        Stumble over = open.remove(stream);
        if (over != null && over.attempts() >= SERIOUS) {
            LOG.info(
                    "{} of {} has handled {} after {} failed attempts",
                    stream.name(),
                    stream.key(),
                    over.row(),
                    over.attempts());
        }
    }

    /** Databases put the values of a row, which may be personal, on the lines after it. */
    private static String firstLine(Throwable root) {
        return root.getClass().getSimpleName() + ": "
                + String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
