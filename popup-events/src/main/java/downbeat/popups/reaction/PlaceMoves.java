package downbeat.popups.reaction;

import akka.Done;
import downbeat.classes.domain.LiveClassCommand.ComeOnline;
import downbeat.classes.domain.LiveClassCommand.GiveUpOnline;
import downbeat.classes.domain.LiveClassCommand.StayInRoom;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.LiveClassRefusal;
import downbeat.classes.domain.LiveClassReply;
import downbeat.classes.domain.Phase;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.domain.room.RoomId;
import downbeat.classes.domain.room.RoomTicket;
import downbeat.classes.entity.BookingCard;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Recorded;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Refusal;
import downbeat.popups.domain.PopUpCommand.ComeToRoom;
import downbeat.popups.domain.PopUpCommand.LeaveRoom;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.PopUpReply;
import downbeat.popups.domain.TicketRefusal;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.domain.ticket.Validity;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.PopUps;
import downbeat.popups.entity.TicketCard;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Members who change between the room and a place online. The new place is taken first, and that fact says which one is to be
 * given up: who asked does the second step at once, and a reaction does it once more whatever became of whoever asked. A full
 * other side refuses before anything is given up. Between the two steps somebody has both places, never neither.
 */
public final class PlaceMoves {
    private static final Set<Phase> TO_COME = EnumSet.of(Phase.SCHEDULED, Phase.LOBBY, Phase.LIVE, Phase.CLOSING);

    private final PopUps popUps;
    private final LiveClasses classes;

    public PlaceMoves(PopUps popUps, LiveClasses classes) {
        this.popUps = popUps;
        this.classes = classes;
    }

    /** What somebody has after a move. */
    public record Moved(PlaceKind place) {}

    /** From the room to a place online: the first ticket of theirs that nobody is inside on. */
    public CompletionStage<Outcome<Moved>> online(PopUpId room, PopUpCard card, ParticipantId who) {
        var linked = card.details().linkedClass();
        if (linked.isEmpty()) {
            return refused(new TicketRefusal.NotTheRoom());
        }
        var held = card.ticketsOf(who).stream()
                .filter(ticket -> ticket.validity() == Validity.VALID)
                .toList();
        var ticket = held.stream().filter(one -> one.inside() == 0).findFirst();
        if (ticket.isEmpty()) {
            return refused(held.isEmpty() ? new TicketRefusal.NoPlaceHere() : new TicketRefusal.StillInside());
        }
        var instead = instead(room, ticket.get().ticket());
        return classes.ask(linked.get(), new ComeOnline(who, instead)).thenCompose(outcome -> switch (outcome) {
            case Outcome.Accepted<LiveClassReply> taken ->
                letGo(linked.get(), who, instead)
                        .thenApply(done -> done
                                ? Outcome.accepted(new Moved(PlaceKind.ONLINE))
                                : Outcome.refused(new TicketRefusal.StillInside()));
            case Outcome.Refused<LiveClassReply>(var refusal) -> refused(refusal);
        });
    }

    /** From online to the room. Who has a place in the room already only gives the one online up. */
    public CompletionStage<Outcome<Moved>> toRoom(
            PopUpId room, PopUpCard card, ParticipantId who, Standing standing, KindId kind) {
        var linked = card.details().linkedClass();
        if (linked.isEmpty()) {
            return refused(new TicketRefusal.NotTheRoom());
        }
        return classes.show(linked.get()).thenCompose(found -> {
            if (found.filter(shown -> hasOnline(shown, who)).isEmpty()) {
                return refused(new LiveClassRefusal.NotBooked());
            }
            var held = card.ticketsOf(who).stream()
                    .filter(ticket -> ticket.validity() == Validity.VALID)
                    .findFirst();
            return held.map(ticket -> giveUp(linked.get(), who, instead(room, ticket.ticket()))
                            .thenApply(done -> Outcome.accepted(new Moved(PlaceKind.IN_ROOM))))
                    .orElseGet(() -> come(room, linked.get(), who, standing, kind));
        });
    }

    /** Whether somebody has a place online in the class whose room this is, with some of it still to come. */
    public CompletionStage<Boolean> takesPartOnline(PopUpCard card, ParticipantId who) {
        return card.details()
                .linkedClass()
                .map(linked -> classes.show(linked)
                        .thenApply(found -> found.filter(shown -> TO_COME.contains(shown.phase()))
                                .filter(shown -> hasOnline(shown, who))
                                .isPresent()))
                .orElseGet(() -> CompletableFuture.completedStage(false));
    }

    private CompletionStage<Outcome<Moved>> come(
            PopUpId room, ClassId linked, ParticipantId who, Standing standing, KindId kind) {
        return popUps.ask(room, new ComeToRoom(who, standing, kind, linked)).thenCompose(outcome -> switch (outcome) {
            case Outcome.Accepted<PopUpReply>(var reply) ->
                giveUp(linked, who, instead(room, sold(reply)))
                        .thenApply(done -> Outcome.accepted(new Moved(PlaceKind.IN_ROOM)));
            case Outcome.Refused<PopUpReply>(var refusal) -> refused(refusal);
        });
    }

    private static TicketId sold(PopUpReply reply) {
        if (reply instanceof PopUpReply.Sold sold) {
            return sold.tickets().getFirst();
        }
        throw new IllegalStateException("Coming to the room was answered " + reply);
    }

    /**
     * Somebody came online: gives their place in the room up, unless that has been undone since. The door is the stronger: who
     * has gone in meanwhile stays, and the place online comes back.
     *
     * @return whether the place online is theirs
     */
    private CompletionStage<Boolean> letGo(ClassId linked, ParticipantId who, RoomTicket instead) {
        return classes.show(linked).thenCompose(card -> letGo(linked, card, who, instead));
    }

    /** The same, for who has heard of it from the journal. */
    CompletionStage<Boolean> letGo(Recorded<LiveClassEvent> fact, ParticipantId who, RoomTicket instead) {
        var linked = new ClassId(fact.entityId());
        return classes.show(linked, fact).thenCompose(card -> letGo(linked, card, who, instead));
    }

    private CompletionStage<Boolean> letGo(
            ClassId linked, Optional<ClassCard> card, ParticipantId who, RoomTicket instead) {
        if (card.filter(shown -> stands(shown, who, instead)).isEmpty()) {
            return CompletableFuture.completedStage(false);
        }
        var room = new PopUpId(instead.room().value());
        return popUps.ask(room, new LeaveRoom(TicketId.of(instead.number()), who))
                .thenCompose(outcome -> switch (outcome) {
                    case Outcome.Refused<PopUpReply>(TicketRefusal.StillInside inside) ->
                        classes.ask(linked, new StayInRoom(who, instead)).thenApply(done -> false);
                    case Outcome.Refused<PopUpReply> gone -> CompletableFuture.completedStage(true);
                    case Outcome.Accepted<PopUpReply> left -> CompletableFuture.completedStage(true);
                });
    }

    /** Somebody came to the room: gives their place online up, if the ticket is still theirs. */
    private CompletionStage<Boolean> giveUp(ClassId linked, ParticipantId who, RoomTicket instead) {
        return popUps.show(new PopUpId(instead.room().value())).thenCompose(card -> {
            if (card.filter(shown -> holds(shown, who, TicketId.of(instead.number())))
                    .isEmpty()) {
                return CompletableFuture.completedStage(false);
            }
            return classes.ask(linked, new GiveUpOnline(who, instead)).thenApply(outcome -> true);
        });
    }

    /**
     * Tickets became somebody's, in whichever way: one of them takes the place of the one online in the class whose room this is.
     *
     * @param key of the fact, by which it does so once: a place online that is booked afterwards is another wish
     */
    CompletionStage<Done> settle(
            Recorded<PopUpEvent> fact, ParticipantId who, List<TicketId> tickets, IdempotencyKey key) {
        var room = new PopUpId(fact.entityId());
        return popUps.show(room, fact)
                .thenCompose(shown -> shown.flatMap(card -> card.details()
                                .linkedClass()
                                .flatMap(linked -> stillForTheRoom(card, who, tickets)
                                        .map(ticket -> new GiveUpOnline(who, instead(room, ticket)))
                                        .map(command -> classes.ask(linked, command, key)
                                                .thenApply(outcome -> Done.getInstance()))))
                        .orElseGet(() -> CompletableFuture.completedStage(Done.getInstance())));
    }

    /** None once one of them was given up for a place online: that place is not to be taken by the others. */
    private static Optional<TicketId> stillForTheRoom(PopUpCard card, ParticipantId who, List<TicketId> tickets) {
        boolean online = tickets.stream()
                .flatMap(number -> card.ticket(number).stream())
                .anyMatch(ticket -> ticket.validity() == Validity.RELEASED);
        return online
                ? Optional.empty()
                : tickets.stream().filter(number -> holds(card, who, number)).findFirst();
    }

    private static boolean holds(PopUpCard card, ParticipantId who, TicketId number) {
        return card.ticket(number)
                .filter(one -> one.validity() == Validity.VALID)
                .flatMap(TicketCard::holder)
                .filter(who::equals)
                .isPresent();
    }

    private static boolean stands(ClassCard card, ParticipantId who, RoomTicket instead) {
        return hasOnline(card, who) && card.rooms().cameFrom(who, instead);
    }

    static boolean hasOnline(ClassCard card, ParticipantId who) {
        return card.bookingOf(who)
                .filter(booking -> booking.status() == BookingCard.Status.BOOKED)
                .filter(booking -> booking.place() == PlaceKind.ONLINE)
                .isPresent();
    }

    static RoomTicket instead(PopUpId room, TicketId ticket) {
        return new RoomTicket(new RoomId(room.value()), ticket.number());
    }

    private static CompletionStage<Outcome<Moved>> refused(Refusal why) {
        return CompletableFuture.completedStage(Outcome.refused(why));
    }
}
