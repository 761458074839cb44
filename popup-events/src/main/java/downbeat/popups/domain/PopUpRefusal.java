package downbeat.popups.domain;

import downbeat.kernel.Refusal;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.domain.ticket.Validity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Why a pop-up says no. */
public sealed interface PopUpRefusal extends Refusal {
    record NoSuchPopUp() implements PopUpRefusal {
        @Override
        public String detail() {
            return "There is no such pop-up.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record AlreadyDrafted() implements PopUpRefusal {
        @Override
        public String detail() {
            return "This pop-up exists already; edit it instead.";
        }
    }

    /** @param wanted what was asked for, such as "open the doors" */
    record WrongPhase(String wanted, Phase phase) implements PopUpRefusal {
        @Override
        public String detail() {
            return "You cannot " + wanted + " while the pop-up is " + name(phase) + ".";
        }
    }

    record PopUpIsOver(Phase phase) implements PopUpRefusal {
        @Override
        public String detail() {
            return "This pop-up is " + name(phase) + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record StartInPast(Instant start) implements PopUpRefusal {
        @Override
        public String detail() {
            return "The start " + start + " has passed; choose a later one.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("start");
        }
    }

    record EndInPast(Instant end) implements PopUpRefusal {
        @Override
        public String detail() {
            return "The end " + end + " has passed; choose a longer length.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("length");
        }
    }

    /** The clocks go forward over it. */
    record StartDoesNotExist(LocalDateTime start, ZoneId zone, LocalDateTime next) implements PopUpRefusal {
        @Override
        public String detail() {
            return start + " does not exist in " + zone + ": the clocks go forward to " + next
                    + " there; choose that or another time.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("start");
        }
    }

    /** The clocks go back over it. */
    record StartHappensTwice(LocalDateTime start, ZoneId zone, ZoneOffset first, ZoneOffset second)
            implements PopUpRefusal {
        @Override
        public String detail() {
            return start + " happens twice in " + zone
                    + ": the clocks go back there; choose another time, or write the zone as " + first
                    + " for the first or " + second + " for the second.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("start");
        }
    }

    record StartFixedByOpenDoors() implements PopUpRefusal {
        @Override
        public String detail() {
            return "The doors are open; the start and the place can no longer change.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("start");
        }
    }

    /** Guests came in for one class and count as having been in its room. */
    record LinkFixedByGuests() implements PopUpRefusal {
        @Override
        public String detail() {
            return "Guests have come in for the class that is linked here; it can no longer be another one, or none.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("linkedClass");
        }
    }

    record CapacityBelowSold(int taken) implements PopUpRefusal {
        @Override
        public String detail() {
            return taken + " places are sold, held or offered; the capacity cannot be less.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("capacity");
        }
    }

    /** @param index of the kind in the request, from 0 */
    record QuotaBelowSold(KindId ticketKind, int index, int taken) implements PopUpRefusal {
        @Override
        public String detail() {
            return taken + " tickets " + ticketKind.value() + " are sold, held or offered; their quota cannot be less.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("kinds[" + index + "].quota");
        }
    }

    record KindIsTaken(KindId ticketKind) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Tickets " + ticketKind.value()
                    + " are sold, held, offered or waited for; the kind must stay, and stay for whom it is.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("kinds");
        }
    }

    record NoSuchKind(KindId ticketKind) implements PopUpRefusal {
        @Override
        public String detail() {
            return "This pop-up has no tickets " + ticketKind.value() + ".";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("kind");
        }
    }

    record NotForYou(KindId ticketKind, Category category) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Tickets " + ticketKind.value() + " are for " + whom(category) + " only; choose another kind.";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("kind");
        }
    }

    record NotYetOnSale(KindId ticketKind, Instant from) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Tickets " + ticketKind.value() + " are on sale from " + from + ".";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("kind");
        }
    }

    record NoLongerOnSale(KindId ticketKind, Instant until) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Tickets " + ticketKind.value() + " were on sale until " + until + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("kind");
        }
    }

    record OverLimit(KindId ticketKind, int limit) implements PopUpRefusal {
        @Override
        public String detail() {
            return "One person may have " + limit + " tickets " + ticketKind.value() + "; this would be more.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("count");
        }
    }

    record HoldIsOpen(HoldId hold, Instant until) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Places are held for you until " + until + "; confirm or release them first.";
        }
    }

    record HoldIsTaken(HoldId hold) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Another hold has this id; choose another.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("hold");
        }
    }

    record OfferIsOpen(KindId ticketKind, Instant until) implements PopUpRefusal {
        @Override
        public String detail() {
            return "A place is kept for you until " + until + "; accept or decline it.";
        }
    }

    record AlreadyWaiting(KindId ticketKind, int position) implements PopUpRefusal {
        @Override
        public String detail() {
            return "You are number " + position + " in the queue for a ticket " + ticketKind.value() + " already.";
        }
    }

    record NotEnoughLeft(KindId ticketKind, int left) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Tickets " + ticketKind.value() + " left: " + left + "; ask for fewer.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("count");
        }
    }

    /** @param tryAgainAt when the first of what is held runs out */
    record AllHeld(KindId ticketKind, Instant tryAgainAt, int waiting) implements PopUpRefusal {
        @Override
        public String detail() {
            return "All tickets " + ticketKind.value() + " are held, not all are sold; try again at " + tryAgainAt
                    + ", or wait in the queue of " + waiting + ".";
        }
    }

    record SoldOut(KindId ticketKind, int waiting) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Tickets " + ticketKind.value() + " are sold out; " + waiting + " wait for one that comes back.";
        }
    }

    record PlacesAreFree(KindId ticketKind, int left) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Tickets " + ticketKind.value() + " left: " + left + "; there is nothing to wait for.";
        }
    }

    record WaitingListFull(int most) implements PopUpRefusal {
        @Override
        public String detail() {
            return most + " people wait; nobody more can.";
        }
    }

    record RollIsFull(int most) implements PopUpRefusal {
        @Override
        public String detail() {
            return "This pop-up has sold " + most + " tickets over its life; it can sell no more.";
        }
    }

    record NoHold() implements PopUpRefusal {
        @Override
        public String detail() {
            return "No places are held for you; the hold may have run out.";
        }
    }

    record NoOffer() implements PopUpRefusal {
        @Override
        public String detail() {
            return "No place is kept for you; an offer may have run out.";
        }
    }

    record NotWaiting() implements PopUpRefusal {
        @Override
        public String detail() {
            return "You do not wait for a ticket of this pop-up.";
        }
    }

    record NoSuchTicket(TicketId ticket) implements PopUpRefusal {
        @Override
        public String detail() {
            return "There is no such ticket.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record TicketIsVoid(Validity validity) implements PopUpRefusal {
        @Override
        public String detail() {
            return "This ticket is " + validity.name().toLowerCase(Locale.ROOT) + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record TooLateToCancel(Instant end) implements PopUpRefusal {
        @Override
        public String detail() {
            return "The pop-up ended at " + end + "; its tickets can no longer be given back.";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record TicketIsUsed() implements PopUpRefusal {
        @Override
        public String detail() {
            return "Somebody has come in on this ticket; it can no longer be given away or back.";
        }
    }

    record StillInside() implements PopUpRefusal {
        @Override
        public String detail() {
            return "You are still inside; go out through a gate first.";
        }
    }

    record SameHolder() implements PopUpRefusal {
        @Override
        public String detail() {
            return "This ticket is theirs already.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("to");
        }
    }

    record NothingDue() implements PopUpRefusal {
        @Override
        public String detail() {
            return "There is nothing to pay for this ticket.";
        }
    }

    /** The class is another one, or there is none. */
    record NotTheRoom() implements PopUpRefusal {
        @Override
        public String detail() {
            return "This pop-up is not the room of that class.";
        }
    }

    record HasPlace() implements PopUpRefusal {
        @Override
        public String detail() {
            return "You have a place in this room already.";
        }
    }

    /** Two places would be theirs, and one of them somebody else's without their having said so. */
    record HasPlaceOnline() implements PopUpRefusal {
        @Override
        public String detail() {
            return "You have a place online in the class of this room; say which one you mean: come to the room instead, or let the offer pass on.";
        }
    }

    record NoPlaceHere() implements PopUpRefusal {
        @Override
        public String detail() {
            return "They have no place at this pop-up.";
        }
    }

    record GateIsUsed(GateId gate) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Scans were made at the gate " + gate.value()
                    + "; it must stay, and may be closed by the time it is open.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("gates");
        }
    }

    /** @param index of the gate in the request, from 0 */
    record UnknownKindAtGate(KindId ticketKind, int index) implements PopUpRefusal {
        @Override
        public String detail() {
            return "This pop-up has no tickets " + ticketKind.value() + ".";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("gates[" + index + "].kinds");
        }
    }

    record NoSuchGate(GateId gate) implements PopUpRefusal {
        @Override
        public String detail() {
            return "There is no gate " + gate.value() + ".";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("gate");
        }
    }

    record TooManyScans(TicketId ticket, int most) implements PopUpRefusal {
        @Override
        public String detail() {
            return "This ticket was scanned " + most + " times; look at the device that does it.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("ticket");
        }
    }

    record NotThroughThisGate(GateId gate, Reason reason) implements PopUpRefusal {
        @Override
        public String detail() {
            return "Nobody comes in like that through the gate " + gate.value() + " now ("
                    + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ").";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("gate");
        }
    }

    record DeviceIsRegistered(DeviceId device) implements PopUpRefusal {
        @Override
        public String detail() {
            return "This device is registered already; give another id if it was revoked.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("device");
        }
    }

    record TooManyDevices(int most) implements PopUpRefusal {
        @Override
        public String detail() {
            return most + " devices are registered; no more can be.";
        }
    }

    record NoSuchDevice(DeviceId device) implements PopUpRefusal {
        @Override
        public String detail() {
            return "This device is not registered at this door.";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("device");
        }
    }

    record DeviceIsRevoked(DeviceId device, Instant since) implements PopUpRefusal {
        @Override
        public String detail() {
            return "This device was revoked at " + since + ".";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("device");
        }
    }

    private static String name(Phase phase) {
        return switch (phase) {
            case DRAFT -> "a draft";
            case PUBLISHED -> "published and its doors are shut";
            case DOORS_OPEN -> "on";
            case CLOSED -> "over";
            case CANCELLED -> "cancelled";
        };
    }

    private static String whom(Category category) {
        return switch (category) {
            case FREE, PAID -> "everybody";
            case MEMBER -> "members";
            case TRIAL -> "people who are no members yet";
            case STAFF -> "staff";
        };
    }
}
