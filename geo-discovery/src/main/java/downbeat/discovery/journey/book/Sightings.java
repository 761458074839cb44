package downbeat.discovery.journey.book;

import downbeat.discovery.journey.What;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Notes which pop-ups were shown to those who allow it, a moment later and beside what they wait for. What a node was told less
 * than a second before it died is not noted; what comes faster than it can be written is counted and left out.
 */
public final class Sightings {
    private static final int MOST_WAITING = 50_000;
    private static final int AT_ONCE = 2_000;

    private final Jdbi database;
    private final ArrayBlockingQueue<Sighting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Counter leftOut;

    private record Sighting(ParticipantId who, PopUpId what, Instant at) {}

    public Sightings(Jdbi database, MeterRegistry metrics) {
        this.database = database;
        this.leftOut = Counter.builder("downbeat.discovery.sightings.left.out")
                .description("Pop-ups that were shown to somebody who allows it and could not be noted in time")
                .register(metrics);
    }

    public void note(ParticipantId who, Collection<PopUpId> shown, Instant at) {
        for (var popUp : shown) {
            if (!waiting.offer(new Sighting(who, popUp, at))) {
                leftOut.increment();
            }
        }
    }

    /** Writes what waits. Blocks on the database; called by one thread after the other. */
    public void write() {
        var some = new ArrayList<Sighting>();
        while (waiting.drainTo(some, AT_ONCE) > 0) {
            write(some);
            some.clear();
        }
    }

    /** Two nodes may show somebody the same at once: then the row of the first is there, and all is tried without it. */
    private void write(List<Sighting> some) {
        try {
            insert(some);
        } catch (UnableToExecuteStatementException oneIsThere) {
            insert(some);
        }
    }

    private void insert(List<Sighting> some) {
        database.useTransaction(db -> {
            var batch = db.prepareBatch("INSERT INTO journey_step (member, step, source, done_at)"
                    + " SELECT c.member, '" + What.SHOWN
                    + "', :source, :at FROM journey_consent c WHERE c.member = :member"
                    + " AND NOT EXISTS (SELECT 1 FROM journey_step s WHERE s.member = :member AND s.step = '"
                    + What.SHOWN
                    + "' AND s.source = :source)");
            firsts(some)
                    .forEach(it -> batch.bind("member", it.who().value())
                            .bind("source", it.what().value())
                            .bind("at", it.at().toEpochMilli())
                            .add());
            batch.execute();
        });
    }

    /** In a batch, H2 does not see its own rows: what was shown twice is noted once, by the first time. */
    private static Collection<Sighting> firsts(List<Sighting> some) {
        var firsts = new LinkedHashMap<List<Object>, Sighting>();
        some.forEach(it -> firsts.putIfAbsent(List.of(it.who(), it.what()), it));
        return firsts.values();
    }
}
