package downbeat.classes.live.meter;

import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.course.Stayed;
import downbeat.classes.live.log.CueVerb;
import downbeat.kernel.ClassId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What members do in classes whose sequencer is on a node. Thread-safe. */
public final class ClassMeters {
    private final Standing standing;
    private final Counter raised;
    private final Counter confirmations;
    private final Counter asks;
    private final Map<Integer, Counter> eligible = new LinkedHashMap<>();
    private final Map<Integer, Counter> stayed = new LinkedHashMap<>();

    public ClassMeters(MeterRegistry registry, Standing standing) {
        this.standing = standing;
        raised = counter(registry, "downbeat.hands", "Hands raised");
        confirmations = counter(registry, "downbeat.confirmations", "Answers to asks, corrections too");
        asks = counter(registry, "downbeat.asks", "Asks put to classes, those of the live check too");
        for (var minute : Stayed.MINUTES) {
            eligible.put(
                    minute,
                    retention(registry, "eligible", "Members of ended classes who could be there so long", minute));
            stayed.put(minute, retention(registry, "stayed", "Of them, who were there after so long", minute));
        }
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private static Counter retention(MeterRegistry registry, String which, String description, int minute) {
        return Counter.builder("downbeat.retention." + which)
                .description(description)
                .tag("minute", String.valueOf(minute))
                .register(registry);
    }

    /** A class runs here; said once a second. */
    public void running(ClassId id) {
        standing.running(id);
    }

    /** Facts that were new; not those that were read again after a restart. */
    public void recorded(List<LiveFact> facts) {
        for (var fact : facts) {
            switch (fact) {
                case LiveFact.HandRaised hand -> raised.increment();
                case LiveFact.Confirmed answer -> confirmations.increment();
                case LiveFact.CueIssued(var cue) when cue.verb() == CueVerb.ASK -> asks.increment();
                default -> {}
            }
        }
    }

    /** A class keeps its report. */
    public void ended(Map<Integer, Stayed> retention) {
        retention.forEach((minute, of) -> {
            count(eligible.get(minute), of.eligible());
            count(stayed.get(minute), of.stayed());
        });
    }

    private static void count(@Nullable Counter into, long by) {
        if (into != null) {
            into.increment((double) by);
        }
    }
}
