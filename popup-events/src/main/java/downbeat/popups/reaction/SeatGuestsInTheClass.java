package downbeat.popups.reaction;

import akka.Done;
import downbeat.classes.domain.LiveClassCommand;
import downbeat.classes.domain.LiveClassCommand.CountUnnamed;
import downbeat.classes.domain.LiveClassCommand.NoteStays;
import downbeat.classes.domain.room.RoomId;
import downbeat.classes.domain.room.Stay;
import downbeat.classes.entity.LiveClasses;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.PopUps;
import downbeat.popups.entity.StayCard;
import downbeat.popups.entity.TicketCard;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Who was let in at the door is in the room of the linked class, until they are let out. What the pop-up says now is told whole,
 * not what one scan said, so that scans which come late, again or out of order end in the same.
 */
public final class SeatGuestsInTheClass implements Reaction<PopUpEvent> {
    private final PopUps popUps;
    private final LiveClasses classes;

    public SeatGuestsInTheClass(PopUps popUps, LiveClasses classes) {
        this.popUps = popUps;
        this.classes = classes;
    }

    @Override
    public String name() {
        return "seat-guests-in-the-class";
    }

    @Override
    public CompletionStage<Done> on(Recorded<PopUpEvent> fact) {
        var room = new PopUpId(fact.entityId());
        return switch (fact.event()) {
            case PopUpEvent.ScanRecorded scanned ->
                linked(fact, (card, linked) -> {
                    var holder = card.ticket(scanned.ticket()).flatMap(TicketCard::holder);
                    return holder.map(who -> note(room, card, linked, List.of(who)))
                            .orElseGet(SeatGuestsInTheClass::nothing)
                            .thenCompose(done -> count(room, card, linked));
                });
            case PopUpEvent.PopUpEdited edited ->
                linked(fact, (card, linked) -> {
                    var inside = card.tickets().stream()
                            .filter(ticket -> !ticket.stays().isEmpty())
                            .toList();
                    var known = inside.stream()
                            .flatMap(ticket -> ticket.holder().stream())
                            .distinct()
                            .toList();
                    return inside.isEmpty()
                            ? nothing()
                            : note(room, card, linked, known).thenCompose(done -> count(room, card, linked));
                });
            default -> nothing();
        };
    }

    private interface Telling {
        CompletionStage<Done> of(PopUpCard card, ClassId linked);
    }

    private CompletionStage<Done> linked(Recorded<PopUpEvent> fact, Telling telling) {
        return popUps.show(new PopUpId(fact.entityId()), fact)
                .thenCompose(shown -> shown.flatMap(
                                card -> card.details().linkedClass().map(linked -> telling.of(card, linked)))
                        .orElseGet(SeatGuestsInTheClass::nothing));
    }

    private CompletionStage<Done> note(PopUpId room, PopUpCard card, ClassId linked, List<ParticipantId> guests) {
        CompletionStage<Done> all = nothing();
        for (var who : guests) {
            all = all.thenCompose(done -> tell(linked, new NoteStays(new RoomId(room.value()), who, stays(card, who))));
        }
        return all;
    }

    /** Whoever holds several tickets is in as long as anybody is on one of them. */
    private static List<Stay> stays(PopUpCard card, ParticipantId who) {
        return Together.of(card.ticketsOf(who).stream()
                .flatMap(ticket -> ticket.stays().stream())
                .map(SeatGuestsInTheClass::stay)
                .toList());
    }

    private static Stay stay(StayCard card) {
        return new Stay(card.from(), card.to());
    }

    /** All who are inside but for the holders, each of whom is one. */
    private CompletionStage<Done> count(PopUpId room, PopUpCard card, ClassId linked) {
        int inside = card.tickets().stream().mapToInt(TicketCard::inside).sum();
        long named = card.tickets().stream()
                .filter(ticket -> ticket.inside() > 0)
                .map(TicketCard::holder)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        return tell(linked, new CountUnnamed(new RoomId(room.value()), Math.toIntExact(Math.max(0, inside - named))));
    }

    /** A refusal is final: the class was cancelled, or never was. */
    private CompletionStage<Done> tell(ClassId linked, LiveClassCommand command) {
        return classes.ask(linked, command).thenApply(outcome -> Done.getInstance());
    }

    private static CompletionStage<Done> nothing() {
        return CompletableFuture.completedStage(Done.getInstance());
    }
}
