package downbeat.classes.live.meter;

import downbeat.classes.live.quality.Rung;
import downbeat.kernel.ClassId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * How the live plane of a node stands now. Sequencers and relays say it once a second, and what nobody has said again for
 * three seconds is not so any more: nothing is left of who moved to another node or died. One for a node; thread-safe.
 */
public final class Standing {
    private static final long FRESH = Duration.ofSeconds(3).toNanos();

    private record Said<T>(T what, long nanos) {}

    private record AtRelay(long waiting, Map<Rung, Long> members) {}

    private final LongSupplier nanos;
    private final Map<ClassId, Said<ClassId>> classes = new ConcurrentHashMap<>();
    private final Map<String, Said<AtRelay>> relays = new ConcurrentHashMap<>();

    /** @param nanos a monotonic clock */
    public Standing(MeterRegistry registry, LongSupplier nanos) {
        this.nanos = nanos;
        Gauge.builder("downbeat.classes.running", this, Standing::running)
                .description("Classes from their lobby to their end whose sequencer is on this node")
                .register(registry);
        Gauge.builder("downbeat.lobby.waiting", this, it -> it.sum(AtRelay::waiting))
                .description("Members who wait to be let in at relays of this node")
                .register(registry);
        for (var rung : Rung.values()) {
            Gauge.builder(
                            "downbeat.rung.members",
                            this,
                            it -> it.sum(at -> at.members().getOrDefault(rung, 0L)))
                    .description("Members at relays of this node, by the lowest rung of their devices")
                    .tag("rung", rung.name())
                    .register(registry);
        }
    }

    /** A class runs here. */
    public void running(ClassId id) {
        classes.put(id, said(id));
    }

    /**
     * @param run of the relay
     * @param waiting members who wait to be let in
     * @param members by the lowest rung of their devices
     */
    public void relay(String run, long waiting, Map<Rung, Long> members) {
        relays.put(run, said(new AtRelay(waiting, Map.copyOf(members))));
    }

    private <T> Said<T> said(T what) {
        return new Said<>(what, nanos.getAsLong());
    }

    private long running() {
        forget(classes);
        return classes.size();
    }

    private long sum(ToLongFunction<AtRelay> of) {
        forget(relays);
        return relays.values().stream()
                .mapToLong(said -> of.applyAsLong(said.what()))
                .sum();
    }

    private <T> void forget(Map<?, Said<T>> all) {
        all.values().removeIf(said -> nanos.getAsLong() - said.nanos() > FRESH);
    }
}
