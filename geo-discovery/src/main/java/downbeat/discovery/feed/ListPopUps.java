package downbeat.discovery.feed;

import akka.Done;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.ClassId;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpEvent.DeviceRegistered;
import downbeat.popups.domain.PopUpEvent.DeviceRevoked;
import downbeat.popups.domain.PopUpEvent.GatesSet;
import downbeat.popups.domain.PopUpEvent.IncidentCleared;
import downbeat.popups.domain.PopUpEvent.IncidentFlagged;
import downbeat.popups.domain.PopUpEvent.ScanRecorded;
import downbeat.popups.domain.PopUpEvent.StrayRecorded;
import downbeat.popups.domain.PopUpEvent.TicketSettled;
import downbeat.popups.domain.PopUpEvent.TicketTransferred;
import downbeat.popups.domain.PopUpEvent.WaitingJoined;
import downbeat.popups.domain.PopUpEvent.WaitingLeft;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.PopUps;
import downbeat.popups.view.PopUpBoard;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Keeps pop-ups listed as they are. What happens at the door or in the queue changes nothing of what is listed. */
final class ListPopUps implements Reaction<PopUpEvent> {
    private final PopUps popUps;
    private final LiveClasses classes;
    private final PopUpBoard board;
    private final Listed listed;
    private final Executor blocking;

    ListPopUps(PopUps popUps, LiveClasses classes, PopUpBoard board, Listed listed, Executor blocking) {
        this.popUps = popUps;
        this.classes = classes;
        this.board = board;
        this.listed = listed;
        this.blocking = blocking;
    }

    @Override
    public String name() {
        return "list-pop-ups";
    }

    @Override
    public CompletionStage<Done> on(Recorded<PopUpEvent> fact) {
        return switch (fact.event()) {
            case ScanRecorded e -> Listed.nothing();
            case StrayRecorded e -> Listed.nothing();
            case IncidentFlagged e -> Listed.nothing();
            case IncidentCleared e -> Listed.nothing();
            case GatesSet e -> Listed.nothing();
            case DeviceRegistered e -> Listed.nothing();
            case DeviceRevoked e -> Listed.nothing();
            case TicketSettled e -> Listed.nothing();
            case TicketTransferred e -> Listed.nothing();
            case WaitingJoined e -> Listed.nothing();
            case WaitingLeft e -> Listed.nothing();
            default ->
                listed.knows(ListingKind.POP_UP, fact.entityId(), fact.sequence())
                        ? Listed.nothing()
                        : list(new PopUpId(fact.entityId()), popUps.show(new PopUpId(fact.entityId()), fact));
        };
    }

    /** Something else is said of the class. */
    CompletionStage<Done> listRoomsOf(ClassId id) {
        return CompletableFuture.supplyAsync(() -> board.roomsOf(id), blocking).thenCompose(rooms -> {
            CompletionStage<Done> all = Listed.nothing();
            for (var room : rooms) {
                all = all.thenCompose(done -> list(room, popUps.show(room)));
            }
            return all;
        });
    }

    private CompletionStage<Done> list(PopUpId id, CompletionStage<Optional<PopUpCard>> shown) {
        return shown.thenCompose(card -> card.map(c -> list(id, c)).orElseGet(Listed::nothing));
    }

    private CompletionStage<Done> list(PopUpId id, PopUpCard card) {
        return room(card)
                .thenCompose(
                        room -> listed.write(ListingKind.POP_UP, id.value(), card.version(), Shown.of(id, card, room)));
    }

    private CompletionStage<Optional<ClassCard>> room(PopUpCard card) {
        return card.details()
                .linkedClass()
                .map(classes::show)
                .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
    }
}
