package downbeat.cluster.person;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a node has read of keys, for a short time: the newest of those asked for, and no more than {@value #MOST}. */
final class KnownKeys {
    static final int MOST = 10_000;

    private record Known(KeyState state, long since) {}

    private final Duration life;
    private final LongSupplier nanos;
    private final Map<Person, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Person, Known> eldest) {
            return size() > MOST;
        }
    };

    KnownKeys(Duration life, LongSupplier nanos) {
        this.life = life;
        this.nanos = nanos;
    }

    synchronized @Nullable KeyState find(Person who) {
        var found = known.get(who);
        return found == null || nanos.getAsLong() - found.since() > life.toNanos() ? null : found.state();
    }

    /** Of who has no key yet nothing is known: the next moment may make one. */
    synchronized void note(Person who, KeyState state) {
        if (state instanceof KeyState.Unmade) {
            known.remove(who);
        } else {
            known.put(who, new Known(state, nanos.getAsLong()));
        }
    }
}
