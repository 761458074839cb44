package downbeat.popups.reaction;

import akka.Done;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Who takes part online has no place in the room any more, and that is offered to those who wait for it. Needs no key: exactly
 * one ticket is given up, once.
 */
public final class GiveUpTheRoomPlace implements Reaction<LiveClassEvent> {
    private final PlaceMoves moves;

    public GiveUpTheRoomPlace(PlaceMoves moves) {
        this.moves = moves;
    }

    @Override
    public String name() {
        return "give-up-the-room-place";
    }

    @Override
    public CompletionStage<Done> on(Recorded<LiveClassEvent> fact) {
        return fact.event() instanceof LiveClassEvent.CameOnline came
                ? moves.letGo(fact, came.participant(), came.instead()).thenApply(done -> Done.getInstance())
                : CompletableFuture.completedStage(Done.getInstance());
    }
}
