package downbeat.drops.reaction;

import akka.Done;
import akka.actor.Cancellable;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import downbeat.classes.live.LivePlane;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.reaction.Reaction;
import downbeat.drops.domain.DropEvent;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Phase;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.Drops;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the class of a drop, and so everybody in its room, how it goes: that it is coming, what is left, that it is over. A rush is
 * told as it is twice a second and not claim by claim; while a drop is open it is told again in any case, for a class that has just
 * been restarted.
 */
public final class TellTheRoom implements Reaction<DropEvent> {
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(20);

    private final Drops drops;
    private final LivePlane plane;
    private final Clock clock;
    private final Set<DropId> changed = ConcurrentHashMap.newKeySet();
    /** Those to be told again, and when they were told last. */
    private final Map<DropId, Instant> followed = new ConcurrentHashMap<>();

    private TellTheRoom(Drops drops, LivePlane plane, Clock clock) {
        this.drops = drops;
        this.plane = plane;
        this.clock = clock;
    }

    /** Tells for as long as the node runs. */
    public static TellTheRoom start(NodeContext node, Drops drops, LivePlane plane) {
        var room = new TellTheRoom(drops, plane, node.clock());
        Cancellable beat = node.system()
                .scheduler()
                .scheduleAtFixedRate(BEAT, BEAT, room::beat, node.system().executionContext());
        node.system().getWhenTerminated().thenRun(beat::cancel);
        return room;
    }

    @Override
    public String name() {
        return "tell-the-room-of-drops";
    }

    @Override
    public CompletionStage<Done> on(Recorded<DropEvent> fact) {
        changed.add(new DropId(fact.entityId()));
        return DropFinder.nothing();
    }

    /** The class of this drop closes: from now on it is to hear of it. */
    CompletionStage<Done> follow(DropId drop) {
        followed.put(drop, Instant.EPOCH);
        return DropFinder.nothing();
    }

    private void beat() {
        var now = clock.instant();
        followed.forEach((drop, told) -> {
            if (Duration.between(told, now).compareTo(AGAIN) >= 0) {
                changed.add(drop);
            }
        });
        for (var drop : Set.copyOf(changed)) {
            changed.remove(drop);
            tell(drop, now);
        }
    }

    private void tell(DropId drop, Instant now) {
        CompletableFuture<Void> told = drops.show(drop)
                .thenAccept(card -> card.ifPresent(it -> tell(drop, it, now)))
                .toCompletableFuture();
        told.exceptionally(failure -> {
            changed.add(drop); // and so with the next beat
            return null;
        });
    }

    private void tell(DropId drop, DropCard card, Instant now) {
        boolean before = followed.containsKey(drop);
        boolean pending = (card.phase() == Phase.ANNOUNCED && before) || fresh(card, now);
        if (pending) {
            followed.put(drop, now);
        } else {
            followed.remove(drop);
        }
        if (pending || before) {
            card.details().linkedClass().ifPresent(it -> plane.dropNews(it, drop.value(), json(drop, card), pending));
        }
    }

    /** A class is told no longer than it could listen. */
    private static boolean fresh(DropCard card, Instant now) {
        return card.phase() == Phase.OPEN
                && card.openedAt().filter(at -> at.plus(LONGEST).isAfter(now)).isPresent();
    }

    private static String json(DropId drop, DropCard card) {
        var news = JsonNodeFactory.instance
                .objectNode()
                .put("dropId", drop.value())
                .put("title", card.details().title())
                .put("phase", card.phase().name())
                .put("closesAt", card.closesAt().map(Instant::toString).orElse(null))
                .put("inLine", card.line().size());
        var left = news.putArray("bundles");
        card.details()
                .bundles()
                .forEach(bundle -> left.addObject()
                        .put("id", bundle.id().value())
                        .put("name", bundle.name())
                        .put(
                                "left",
                                card.points().stream()
                                        .mapToInt(point -> point.left().getOrDefault(bundle.id(), 0))
                                        .sum()));
        return news.toString();
    }
}
