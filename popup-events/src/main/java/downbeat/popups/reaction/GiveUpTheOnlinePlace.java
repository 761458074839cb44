package downbeat.popups.reaction;

import akka.Done;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.ticket.TicketId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Who has a ticket for the room, however it became theirs, has no place online any more, and the class offers that to those who
 * wait for it. Of several tickets it is one that does so: the others are for whom the holder brings. The key of the fact lets it
 * be done once, also where it found no place online to give up; a ticket that was given up for a place online takes none away.
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
        return switch (fact.event()) {
            case PopUpEvent.CameToRoom e -> settle(fact, e.holder(), List.of(e.ticket()));
            case PopUpEvent.TicketsSold e -> settle(fact, e.holder(), e.tickets());
            case PopUpEvent.OfferAccepted e -> settle(fact, e.participant(), List.of(e.ticket()));
            case PopUpEvent.TicketTransferred e -> settle(fact, e.to(), List.of(e.ticket()));
            default -> CompletableFuture.completedStage(Done.getInstance());
        };
    }

    private CompletionStage<Done> settle(Recorded<PopUpEvent> fact, ParticipantId who, List<TicketId> tickets) {
        var key = new IdempotencyKey("room-" + fact.entityId() + "-" + fact.sequence());
        return moves.settle(fact, who, tickets, key);
    }
}
