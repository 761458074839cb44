package downbeat.classes.live.meter;

import downbeat.classes.live.quality.Cause;
import downbeat.classes.live.quality.Move;
import downbeat.classes.live.quality.Rung;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Moves of members' devices from rung to rung. Owned by one actor. */
public final class RungMeters {
    private record Kind(Rung from, Rung to, Cause cause) {}

    private final MeterRegistry registry;
    private final Map<Kind, Counter> counters = new HashMap<>();

    public RungMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void moved(Move move) {
        counters.computeIfAbsent(new Kind(move.from(), move.to(), move.cause()), this::counter)
                .increment();
    }

    private Counter counter(Kind kind) {
        return Counter.builder("downbeat.rung.transitions")
                .description("Moves of members' devices from rung to rung")
                .tag("from", kind.from().name())
                .tag("to", kind.to().name())
                .tag("reason", kind.cause().name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
