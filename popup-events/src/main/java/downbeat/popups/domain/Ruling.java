package downbeat.popups.domain;

import downbeat.kernel.Money;
import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Earlier;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Scan;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;

/** The rules of the door: whom they let through, and what they say to them. */
record Ruling(Written state, Instant now) {

    Reason on(Ticket ticket, int issue, GateId gate, Direction direction) {
        return atThisTime()
                .or(() -> ofTheTicket(ticket, issue))
                .or(() -> state.sheet().door().gate(gate).flatMap(it -> it.objection(direction, ticket.kind(), now)))
                .or(() -> ofThePassages(ticket, gate, direction))
                .orElse(Reason.OK);
    }

    private Optional<Reason> atThisTime() {
        return switch (state) {
            case PopUp.Draft draft -> Optional.of(Reason.TOO_EARLY);
            case PopUp.Published published -> Optional.of(Reason.TOO_EARLY);
            case PopUp.DoorsOpen open -> Optional.empty();
            case PopUp.Closed closed -> Optional.of(Reason.TOO_LATE);
            case PopUp.Cancelled cancelled -> Optional.of(Reason.POP_UP_CANCELLED);
        };
    }

    private static Optional<Reason> ofTheTicket(Ticket ticket, int issue) {
        return switch (ticket.validity()) {
            case CANCELLED, REVOKED -> Optional.of(Reason.CANCELLED);
            case RELEASED -> Optional.of(Reason.RELEASED);
            case VALID -> issue == ticket.issue() ? Optional.empty() : Optional.of(Reason.REPLACED);
        };
    }

    /** Who wants out goes out; that they came in may still be known to an offline device only. */
    private Optional<Reason> ofThePassages(Ticket ticket, GateId gate, Direction direction) {
        var door = state.sheet().door();
        var passages = ticket.passages(door);
        if (direction == Direction.EXIT) {
            return Optional.empty();
        }
        if (passages.inside() > 0) {
            return Optional.of(Reason.ALREADY_INSIDE);
        }
        return passages.used() && !door.reentry(gate) ? Optional.of(Reason.NO_REENTRY) : Optional.empty();
    }

    static Verdict verdict(Ticket ticket, Scan scan) {
        return new Verdict(
                scan.reason(),
                Optional.of(ticket.id()),
                Optional.of(ticket.kind()),
                Earlier.of(ticket.scans().before(scan)),
                due(ticket));
    }

    private static Optional<Money> due(Ticket ticket) {
        return ticket.settlement() == Settlement.DUE_AT_DOOR ? Optional.of(ticket.price()) : Optional.empty();
    }
}
