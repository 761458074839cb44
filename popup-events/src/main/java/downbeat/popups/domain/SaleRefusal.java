package downbeat.popups.domain;

import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.HoldId;
import java.time.Instant;
import java.util.Optional;

/** Why there is no place for somebody, or not this one, or not now. */
public sealed interface SaleRefusal extends PopUpRefusal {
    record NoSuchKind(KindId ticketKind) implements SaleRefusal {
        @Override
        public String detail() {
            return "This pop-up has no tickets " + ticketKind.value() + ".";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("kind");
        }
    }

    record NotForYou(KindId ticketKind, Category category) implements SaleRefusal {
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

    record NotYetOnSale(KindId ticketKind, Instant from) implements SaleRefusal {
        @Override
        public String detail() {
            return "Tickets " + ticketKind.value() + " are on sale from " + from + ".";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("kind");
        }
    }

    record NoLongerOnSale(KindId ticketKind, Instant until) implements SaleRefusal {
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

    record OverLimit(KindId ticketKind, int limit) implements SaleRefusal {
        @Override
        public String detail() {
            return "One person may have " + limit + " tickets " + ticketKind.value() + "; this would be more.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("count");
        }
    }

    record HoldIsOpen(HoldId hold, Instant until) implements SaleRefusal {
        @Override
        public String detail() {
            return "Places are held for you until " + until + "; confirm or release them first.";
        }
    }

    record HoldIsTaken(HoldId hold) implements SaleRefusal {
        @Override
        public String detail() {
            return "Another hold has this id; choose another.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("hold");
        }
    }

    record OfferIsOpen(KindId ticketKind, Instant until) implements SaleRefusal {
        @Override
        public String detail() {
            return "A place is kept for you until " + until + "; accept or decline it.";
        }
    }

    record AlreadyWaiting(KindId ticketKind, int position) implements SaleRefusal {
        @Override
        public String detail() {
            return "You are number " + position + " in the queue for a ticket " + ticketKind.value() + " already.";
        }
    }

    record NotEnoughLeft(KindId ticketKind, int left) implements SaleRefusal {
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
    record AllHeld(KindId ticketKind, Instant tryAgainAt, int waiting) implements SaleRefusal {
        @Override
        public String detail() {
            return "All tickets " + ticketKind.value() + " are held, not all are sold; try again at " + tryAgainAt
                    + ", or wait in the queue of " + waiting + ".";
        }
    }

    record SoldOut(KindId ticketKind, int waiting) implements SaleRefusal {
        @Override
        public String detail() {
            return "Tickets " + ticketKind.value() + " are sold out; " + waiting + " wait for one that comes back.";
        }
    }

    record PlacesAreFree(KindId ticketKind, int left) implements SaleRefusal {
        @Override
        public String detail() {
            return "Tickets " + ticketKind.value() + " left: " + left + "; there is nothing to wait for.";
        }
    }

    record WaitingListFull(int most) implements SaleRefusal {
        @Override
        public String detail() {
            return most + " people wait; nobody more can.";
        }
    }

    record RollIsFull(int most) implements SaleRefusal {
        @Override
        public String detail() {
            return "This pop-up has sold " + most + " tickets over its life; it can sell no more.";
        }
    }

    record NoHold() implements SaleRefusal {
        @Override
        public String detail() {
            return "No places are held for you; the hold may have run out.";
        }
    }

    record NoOffer() implements SaleRefusal {
        @Override
        public String detail() {
            return "No place is kept for you; an offer may have run out.";
        }
    }

    record NotWaiting() implements SaleRefusal {
        @Override
        public String detail() {
            return "You do not wait for a ticket of this pop-up.";
        }
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
