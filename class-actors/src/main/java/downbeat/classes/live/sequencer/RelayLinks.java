package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.log.CueLog;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.message.RelayMessage;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The relays of a class, as their signs of life show them. Owned by one actor. */
final class RelayLinks {
    /** A relay that was silent for so long is taken for lost. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Link(ActorRef<RelayMessage> relay, long heardNanos, long headThen) {}

    private final Map<PopId, Link> links = new HashMap<>();

    /** Takes a sign of life. Returns whether the relay must be welcomed: it is new, or lacks what it should have had a second ago. */
    boolean here(PopId pop, ActorRef<RelayMessage> relay, @Nullable Position held, CueLog log, long nanos) {
        var before = links.put(pop, new Link(relay, nanos, log.last()));
        return before == null
                || !before.relay().equals(relay)
                || held == null
                || !held.epoch().equals(log.epoch())
                || held.offset() < before.headThen();
    }

    void tell(RelayMessage message) {
        links.values().forEach(link -> link.relay().tell(message));
    }

    /** Forgets relays that were silent too long and names their places. */
    List<PopId> lost(long nanos) {
        var lost = new ArrayList<PopId>();
        links.forEach((pop, link) -> {
            if (nanos - link.heardNanos() > PATIENCE.toNanos()) {
                lost.add(pop);
            }
        });
        lost.forEach(links::remove);
        return lost;
    }
}
