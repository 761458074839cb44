package downbeat.popups.domain;

import downbeat.kernel.Decision;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.PopUpEvent.CameToRoom;
import downbeat.popups.domain.PopUpEvent.PlaceReleased;
import downbeat.popups.domain.SaleRefusal.OfferIsOpen;
import downbeat.popups.domain.SaleRefusal.RollIsFull;
import downbeat.popups.domain.TicketRefusal.HasPlace;
import downbeat.popups.domain.TicketRefusal.NoSuchTicket;
import downbeat.popups.domain.TicketRefusal.NotTheRoom;
import downbeat.popups.domain.TicketRefusal.StillInside;
import downbeat.popups.domain.TicketRefusal.TicketIsVoid;
import downbeat.popups.domain.ticket.Offer;
import downbeat.popups.domain.ticket.Roll;
import downbeat.popups.domain.ticket.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides over those who change between the room and a place online in the class that is linked to it. */
final class Coming {
    private final Telling telling;

    Coming(Written state, Instant now) {
        this.telling = new Telling(state, now);
    }

    /** A ticket at once, without a hold: the place online is kept until it is theirs. */
    Decision<PopUpEvent, PopUpReply> come(PopUpCommand.ComeToRoom command) {
        var offer = telling.desk().offerOf(command.who());
        var problem = elsewhere(command)
                .or(() -> has(command.who()))
                .or(() -> offer.isPresent() ? another(offer.get(), command) : left(command))
                .or(this::full);
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        var ticket = telling.roll().next();
        var price = telling.sheet().details().kind(command.kind()).orElseThrow().price();
        telling.tell(new CameToRoom(
                ticket,
                command.who(),
                command.kind(),
                price,
                Settlement.of(price, false),
                command.instead(),
                telling.now()));
        return telling.replying(new PopUpReply.Sold(List.of(ticket)));
    }

    private Optional<PopUpRefusal> elsewhere(PopUpCommand.ComeToRoom command) {
        return telling.sheet()
                        .details()
                        .linkedClass()
                        .filter(command.instead()::equals)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(new NotTheRoom());
    }

    private Optional<PopUpRefusal> has(ParticipantId who) {
        return telling.roll().of(who).findAny().isPresent() ? Optional.of(new HasPlace()) : Optional.empty();
    }

    /** What is kept for them is theirs to take; but only that. */
    private static Optional<PopUpRefusal> another(Offer offer, PopUpCommand.ComeToRoom command) {
        return offer.kind().equals(command.kind())
                ? Optional.empty()
                : Optional.of(new OfferIsOpen(offer.kind(), offer.until()));
    }

    private Optional<PopUpRefusal> left(PopUpCommand.ComeToRoom command) {
        var asked = new Asking(telling.sheet(), telling.now());
        return asked.forTicket(command.who(), command.standing(), command.kind(), 1)
                .or(() -> telling.sheet().details().kind(command.kind()).flatMap(kind -> asked.left(kind, 1)));
    }

    private Optional<PopUpRefusal> full() {
        return telling.roll().size() >= Roll.MOST ? Optional.of(new RollIsFull(Roll.MOST)) : Optional.empty();
    }

    /** Exactly this ticket, so that told again it is one. */
    Decision<PopUpEvent, PopUpReply> leave(PopUpCommand.LeaveRoom command) {
        var found = telling.roll().find(command.ticket()).filter(ticket -> ticket.of(command.who()));
        if (found.isEmpty()) {
            return Decision.refuse(new NoSuchTicket(command.ticket()));
        }
        if (!found.get().valid()) {
            return Decision.refuse(new TicketIsVoid(found.get().validity()));
        }
        if (found.get().passages(telling.door()).inside() > 0) {
            return Decision.refuse(new StillInside());
        }
        telling.tell(new PlaceReleased(command.ticket(), command.who(), telling.now()));
        return telling.serveWaiting().replying(new PopUpReply.Released());
    }
}
