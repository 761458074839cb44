package downbeat.popups.domain;

import downbeat.kernel.Decision;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.SaleRefusal.*;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.ticket.Desk;
import downbeat.popups.domain.ticket.Hold;
import downbeat.popups.domain.ticket.Roll;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decides who gets a ticket: holds, the queue and its offers. */
final class Counter {
    /** How long places are kept for somebody who is about to confirm: time to pay in. */
    static final Duration HOLD = Duration.ofMinutes(10);

    private final Telling telling;

    Counter(Written state, Instant now) {
        this.telling = new Telling(state, now);
    }

    Decision<PopUpEvent, PopUpReply> hold(PopUpCommand.PlaceHold command) {
        var asked = new Asking(telling.sheet(), telling.now());
        var refusal = asked.forTicket(command.who(), command.standing(), command.kind(), command.count());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (telling.desk().hold(command.hold()).isPresent()) {
            return Decision.refuse(new HoldIsTaken(command.hold()));
        }
        var kind = kind(command.kind());
        var full = asked.left(kind, command.count());
        if (full.isPresent()) {
            return Decision.refuse(full.get());
        }
        var until = telling.now().plus(HOLD);
        telling.tell(new HoldPlaced(
                new Hold(command.hold(), command.who(), kind.id(), command.count(), kind.price(), until),
                telling.now()));
        return telling.replying(new PopUpReply.Held(
                command.hold(), kind.id(), command.count(), kind.price().times(command.count()), until));
    }

    Decision<PopUpEvent, PopUpReply> confirm(PopUpCommand.Confirm command) {
        var hold = holdOf(command.who(), telling.desk().hold(command.hold()));
        if (hold.isEmpty()) {
            return Decision.refuse(new NoHold());
        }
        var it = hold.get();
        if (telling.roll().size() + it.count() > Roll.MOST) {
            return Decision.refuse(new RollIsFull(Roll.MOST));
        }
        var price = it.price();
        var tickets = next(it.count());
        telling.tell(new TicketsSold(
                it.id(), it.who(), it.kind(), tickets, price, Settlement.of(price, command.paid()), telling.now()));
        return telling.replying(new PopUpReply.Sold(tickets));
    }

    Decision<PopUpEvent, PopUpReply> release(PopUpCommand.ReleaseHold command) {
        if (holdOf(command.who(), telling.desk().hold(command.hold())).isEmpty()) {
            return Decision.refuse(new NoHold());
        }
        telling.tell(new HoldReleased(command.hold(), telling.now()));
        return telling.serveWaiting().replying(new PopUpReply.Released());
    }

    Decision<PopUpEvent, PopUpReply> join(PopUpCommand.JoinWaiting command) {
        var asked = new Asking(telling.sheet(), telling.now());
        var refusal = asked.forTicket(command.who(), command.standing(), command.kind(), 1);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        int left = telling.sheet().left(kind(command.kind()));
        if (left > 0) {
            return Decision.refuse(new PlacesAreFree(command.kind(), left));
        }
        if (telling.desk().waiting().size() >= Desk.MOST_WAITING) {
            return Decision.refuse(new WaitingListFull(Desk.MOST_WAITING));
        }
        telling.tell(new WaitingJoined(command.who(), command.kind(), telling.now()));
        return telling.replying(
                new PopUpReply.Queued(command.kind(), telling.desk().position(command.who())));
    }

    Decision<PopUpEvent, PopUpReply> leave(ParticipantId who) {
        var waiting = telling.desk().waitingOf(who);
        if (waiting.isEmpty()) {
            return Decision.refuse(new NotWaiting());
        }
        telling.tell(new WaitingLeft(who, waiting.get().kind(), telling.now()));
        return telling.replying(new PopUpReply.Released());
    }

    Decision<PopUpEvent, PopUpReply> accept(PopUpCommand.AcceptOffer command) {
        var offer = telling.desk().offerOf(command.who());
        if (offer.isEmpty()) {
            return Decision.refuse(new NoOffer());
        }
        if (telling.roll().size() >= Roll.MOST) {
            return Decision.refuse(new RollIsFull(Roll.MOST));
        }
        var ticket = telling.roll().next();
        var price = kind(offer.get().kind()).price();
        telling.tell(new OfferAccepted(
                command.who(), offer.get().kind(), ticket, price, Settlement.of(price, command.paid()), telling.now()));
        return telling.replying(new PopUpReply.Sold(List.of(ticket)));
    }

    Decision<PopUpEvent, PopUpReply> decline(ParticipantId who) {
        var offer = telling.desk().offerOf(who);
        if (offer.isEmpty()) {
            return Decision.refuse(new NoOffer());
        }
        telling.tell(new OfferDeclined(who, offer.get().kind(), telling.now()));
        return telling.serveWaiting().replying(new PopUpReply.Released());
    }

    private static Optional<Hold> holdOf(ParticipantId who, Optional<Hold> hold) {
        return hold.filter(it -> it.who().equals(who));
    }

    /** Of a kind that is held, offered or was asked for: those never go away. */
    private TicketKind kind(KindId id) {
        return telling.sheet().details().kind(id).orElseThrow();
    }

    private List<TicketId> next(int count) {
        int first = telling.roll().next().number();
        return IntStream.range(first, first + count).mapToObj(TicketId::of).toList();
    }
}
