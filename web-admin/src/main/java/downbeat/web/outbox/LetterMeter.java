package downbeat.web.outbox;

import downbeat.web.outbox.domain.LetterState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/** What became of letters at this node, and how many wait in the outbox of all. */
public final class LetterMeter {
    private final Map<LetterState, Counter> ended = new EnumMap<>(LetterState.class);
    private final AtomicLong waiting = new AtomicLong();
    private final Jdbi database;

    public LetterMeter(Jdbi database, MeterRegistry metrics) {
        this.database = database;
        for (var state : LetterState.values()) {
            if (state != LetterState.WAITING) {
                ended.put(state, counter(state, metrics));
            }
        }
        Gauge.builder("downbeat.letters.waiting", waiting, AtomicLong::get)
                .description("Letters for the post to come or for the next try, of all nodes")
                .register(metrics);
    }

    private static Counter counter(LetterState state, MeterRegistry metrics) {
        return Counter.builder("downbeat.letters")
                .description("Letters that this node had in hand, by what became of them")
                .tag("outcome", state.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    void ended(LetterState state) {
        var counter = ended.get(state);
        if (counter != null) {
            counter.increment();
        }
    }

    /** Counts those that wait. Blocks. */
    public void count() {
        waiting.set(
                database.withHandle(db -> db.createQuery("SELECT COUNT(*) FROM outbox_letter WHERE state = 'WAITING'")
                        .mapTo(Long.class)
                        .one()));
    }
}
