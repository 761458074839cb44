package downbeat.classes.live.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What becomes of devices that come to a node's sockets. One for a node; thread-safe. */
public final class DoorMeters {
    private final MeterRegistry registry;
    private final Map<Entry, Counter> joins = new EnumMap<>(Entry.class);
    private final Counter slow;

    /** What became of a device that came for the first time. */
    public enum Entry {
        /** It was attached. */
        ATTACHED,
        /** Its join token was wrong or expired. */
        TOKEN,
        /** The class is not running. */
        CLOSED,
        /** The class or the check of the token could not be reached. */
        UNAVAILABLE,
        /** It went before it was attached, or spoke another protocol. */
        LEFT
    }

    public DoorMeters(MeterRegistry registry) {
        this.registry = registry;
        for (var entry : Entry.values()) {
            joins.put(
                    entry,
                    Counter.builder("downbeat.join")
                            .description("Devices that came for the first time, by what became of it")
                            .tag("outcome", entry.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        slow = Counter.builder("downbeat.slow.clients.cut")
                .description("Sockets ended because their device did not take its cues")
                .register(registry);
    }

    public MeterRegistry registry() {
        return registry;
    }

    public void came(Entry entry) {
        var counter = joins.get(entry);
        if (counter != null) {
            counter.increment();
        }
    }

    public void cut() {
        slow.increment();
    }
}
