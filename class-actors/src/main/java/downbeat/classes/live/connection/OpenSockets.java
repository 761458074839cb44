package downbeat.classes.live.connection;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Extension;
import akka.actor.typed.ExtensionId;
import akka.stream.stage.AsyncCallback;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The sockets of this node: counted, and told to come back elsewhere when the node goes away. */
final class OpenSockets implements Extension {
    private static final Id ID = new Id();

    private final Set<AsyncCallback<Done>> open = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Done> empty = new CompletableFuture<>();
    private final AtomicBoolean measured = new AtomicBoolean();
    private volatile boolean leaving;

    private OpenSockets(ActorSystem<?> system) {
        CoordinatedShutdown.get(system)
                .addTask(CoordinatedShutdown.PhaseBeforeServiceUnbind(), "close-live-sockets", this::leave);
    }

    static OpenSockets of(ActorSystem<?> system) {
        return ID.apply(system);
    }

    /** Shows their number; the first time only, since all sockets of a node say this. */
    void measure(MeterRegistry registry) {
        if (measured.compareAndSet(false, true)) {
            Gauge.builder("downbeat.connections", this, OpenSockets::count)
                    .description("Open sockets of devices")
                    .register(registry);
        }
    }

    /** @param goAway called once when the node leaves, at once when it is leaving already */
    void opened(AsyncCallback<Done> goAway) {
        open.add(goAway);
        if (leaving) {
            goAway.invoke(Done.getInstance());
        }
    }

    void closed(AsyncCallback<Done> goAway) {
        open.remove(goAway);
        if (leaving && open.isEmpty()) {
            empty.complete(Done.getInstance());
        }
    }

    int count() {
        return open.size();
    }

    private CompletionStage<Done> leave() {
        leaving = true;
        open.forEach(goAway -> goAway.invoke(Done.getInstance()));
        if (open.isEmpty()) {
            empty.complete(Done.getInstance());
        }
        return empty;
    }

    private static final class Id extends ExtensionId<OpenSockets> {
        @Override
        public OpenSockets createExtension(ActorSystem<?> system) {
            return new OpenSockets(system);
        }
    }
}
