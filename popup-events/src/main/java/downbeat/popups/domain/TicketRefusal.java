package downbeat.popups.domain;

import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.domain.ticket.Validity;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Why a ticket cannot be given back, given away, paid for or changed for a place online. */
public sealed interface TicketRefusal extends PopUpRefusal {
    record NoSuchTicket(TicketId ticket) implements TicketRefusal {
        @Override
        public String detail() {
            return "There is no such ticket.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record TicketIsVoid(Validity validity) implements TicketRefusal {
        @Override
        public String detail() {
            return "This ticket is " + validity.name().toLowerCase(Locale.ROOT) + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record TooLateToCancel(Instant end) implements TicketRefusal {
        @Override
        public String detail() {
            return "The pop-up ended at " + end + "; its tickets can no longer be given back.";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record TicketIsUsed() implements TicketRefusal {
        @Override
        public String detail() {
            return "Somebody has come in on this ticket; it can no longer be given away or back.";
        }
    }

    record StillInside() implements TicketRefusal {
        @Override
        public String detail() {
            return "You are still inside; go out through a gate first.";
        }
    }

    record SameHolder() implements TicketRefusal {
        @Override
        public String detail() {
            return "This ticket is theirs already.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("to");
        }
    }

    record NothingDue() implements TicketRefusal {
        @Override
        public String detail() {
            return "There is nothing to pay for this ticket.";
        }
    }

    /** The class is another one, or there is none. */
    record NotTheRoom() implements TicketRefusal {
        @Override
        public String detail() {
            return "This pop-up is not the room of that class.";
        }
    }

    record HasPlace() implements TicketRefusal {
        @Override
        public String detail() {
            return "You have a place in this room already.";
        }
    }

    /** Two places would be theirs, and one of them somebody else's without their having said so. */
    record HasPlaceOnline() implements TicketRefusal {
        @Override
        public String detail() {
            return "You have a place online in the class of this room; say which one you mean: come to the room instead, or let the offer pass on.";
        }
    }

    record NoPlaceHere() implements TicketRefusal {
        @Override
        public String detail() {
            return "They have no place at this pop-up.";
        }
    }
}
