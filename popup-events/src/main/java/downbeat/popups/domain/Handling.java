package downbeat.popups.domain;

import downbeat.kernel.Decision;
import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.TicketRefusal.*;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.Ticket;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/** Decides what becomes of a ticket once it is sold: given back, given away, paid. */
final class Handling {
    private final Telling telling;

    Handling(Written state, Instant now) {
        this.telling = new Telling(state, now);
    }

    Decision<PopUpEvent, PopUpReply> cancel(PopUpCommand.CancelTicket command) {
        var found = telling.roll().find(command.ticket()).filter(ticket -> ticket.of(command.who()));
        var problem = unused(command.ticket(), found);
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        var end = telling.sheet().window().end();
        if (!telling.now().isBefore(end)) {
            return Decision.refuse(new TooLateToCancel(end));
        }
        var policy = telling.sheet().details().cancellation();
        boolean late = policy.late(telling.sheet().window().start(), telling.now());
        var refund = policy.refund(found.orElseThrow().price(), late);
        telling.tell(new TicketCancelled(command.ticket(), late, refund, telling.now()));
        return telling.serveWaiting().replying(new PopUpReply.TicketVoid(late, refund));
    }

    Decision<PopUpEvent, PopUpReply> revoke(PopUpCommand.RevokeTicket command) {
        var found = telling.roll().find(command.ticket());
        var problem = valid(command.ticket(), found);
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        var refund = found.orElseThrow().price();
        telling.tell(new TicketRevoked(command.ticket(), command.reason(), refund, telling.now()));
        return telling.serveWaiting().replying(new PopUpReply.TicketVoid(false, refund));
    }

    Decision<PopUpEvent, PopUpReply> transfer(PopUpCommand.Transfer command) {
        var found = telling.roll().find(command.ticket()).filter(ticket -> ticket.of(command.from()));
        var problem = unused(command.ticket(), found).or(() -> receiver(command, found.orElseThrow()));
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        int issue = found.orElseThrow().issue() + 1;
        telling.tell(new TicketTransferred(command.ticket(), command.from(), command.to(), issue, telling.now()));
        return telling.replying(new PopUpReply.Transferred(command.ticket(), issue));
    }

    private Optional<PopUpRefusal> receiver(PopUpCommand.Transfer command, Ticket ticket) {
        if (command.to().equals(command.from())) {
            return Optional.of(new SameHolder());
        }
        var kind = telling.sheet().details().kind(ticket.kind()).orElseThrow();
        return new Asking(telling.sheet(), telling.now()).forGift(command.to(), command.standing(), kind);
    }

    Decision<PopUpEvent, PopUpReply> settle(TicketId id) {
        var found = telling.roll().find(id);
        var problem = valid(id, found);
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        if (found.orElseThrow().settlement() != Settlement.DUE_AT_DOOR) {
            return Decision.refuse(new NothingDue());
        }
        telling.tell(new TicketSettled(id, telling.now()));
        return telling.done();
    }

    private static Optional<PopUpRefusal> valid(TicketId id, Optional<Ticket> found) {
        if (found.isEmpty()) {
            return Optional.of(new NoSuchTicket(id));
        }
        return found.get().valid()
                ? Optional.empty()
                : Optional.of(new TicketIsVoid(found.get().validity()));
    }

    private Optional<PopUpRefusal> unused(TicketId id, Optional<Ticket> found) {
        boolean used =
                found.filter(ticket -> ticket.passages(telling.door()).used()).isPresent();
        return valid(id, found).or(() -> used ? Optional.of(new TicketIsUsed()) : Optional.empty());
    }
}
