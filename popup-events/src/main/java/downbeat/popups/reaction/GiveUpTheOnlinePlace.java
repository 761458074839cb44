package downbeat.popups.reaction;

import akka.Done;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Who came to the room has no place online any more, and the class offers that to those who wait for it. Needs no key: a
 * ticket that was given up for a place online takes none away.
 */
public final class GiveUpTheOnlinePlace implements Reaction<PopUpEvent> {
    private final PlaceMoves moves;

    public GiveUpTheOnlinePlace(PlaceMoves moves) {
        this.moves = moves;
    }

    @Override
    public String name() {
        return "give-up-the-online-place";
    }

    @Override
    public CompletionStage<Done> on(Recorded<PopUpEvent> fact) {
        return fact.event() instanceof PopUpEvent.CameToRoom came
                ? moves.giveUp(
                                came.instead(),
                                came.holder(),
                                PlaceMoves.instead(new PopUpId(fact.entityId()), came.ticket()))
                        .thenApply(done -> Done.getInstance())
                : CompletableFuture.completedStage(Done.getInstance());
    }
}
