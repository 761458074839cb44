package downbeat.classes.domain;

import downbeat.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Why a class says no. */
public sealed interface LiveClassRefusal extends Refusal {
    record NoSuchClass() implements LiveClassRefusal {
        @Override
        public String detail() {
            return "There is no such class.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record AlreadyDrafted() implements LiveClassRefusal {
        @Override
        public String detail() {
            return "This class exists already; edit it instead.";
        }
    }

    /** @param wanted what was asked for, such as "begin" */
    record WrongPhase(String wanted, Phase phase) implements LiveClassRefusal {
        @Override
        public String detail() {
            return "You cannot " + wanted + " while the class is " + name(phase) + ".";
        }
    }

    record ClassIsOver(Phase phase) implements LiveClassRefusal {
        @Override
        public String detail() {
            return "This class is " + name(phase) + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    /** The start itself is wrong, whatever the facts. */
    sealed interface WrongStart extends LiveClassRefusal {
        @Override
        default Kind kind() {
            return Kind.INVALID;
        }

        @Override
        default Optional<String> field() {
            return Optional.of("start");
        }
    }

    record StartInPast(Instant start) implements WrongStart {
        @Override
        public String detail() {
            return "The start " + start + " has passed; choose a later one.";
        }
    }

    /** The clocks go forward over it. */
    record StartDoesNotExist(LocalDateTime start, ZoneId zone, LocalDateTime next) implements WrongStart {
        @Override
        public String detail() {
            return start + " does not exist in " + zone + ": the clocks go forward to " + next
                    + " there; choose that or another time.";
        }
    }

    /** The clocks go back over it. */
    record StartHappensTwice(LocalDateTime start, ZoneId zone, ZoneOffset first, ZoneOffset second)
            implements WrongStart {
        @Override
        public String detail() {
            return start + " happens twice in " + zone + ": the clocks go back there; choose another time, or write the"
                    + " zone as " + first + " for the first or " + second + " for the second.";
        }
    }

    record CapacityBelowSold(PlaceKind place, int sold) implements LiveClassRefusal {
        @Override
        public String detail() {
            return sold + " places " + name(place) + " are sold or offered; the capacity cannot be less.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of(place == PlaceKind.ONLINE ? "onlineCapacity" : "inRoomCapacity");
        }
    }

    /** @param changed the field as the outside calls it */
    record FixedBySoldPlaces(String changed) implements LiveClassRefusal {
        @Override
        public String detail() {
            return "People hold places; " + changed + " can no longer change. Cancel the class and make a new one.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of(changed);
        }
    }

    record NoSuchPlace(PlaceKind place) implements LiveClassRefusal {
        @Override
        public String detail() {
            return "This class has no places " + name(place) + ".";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("place");
        }
    }

    record AlreadyBooked(PlaceKind place) implements LiveClassRefusal {
        @Override
        public String detail() {
            return "You have a place " + name(place) + " already.";
        }
    }

    record AlreadyWaiting(PlaceKind place, int position) implements LiveClassRefusal {
        @Override
        public String detail() {
            return "You are number " + position + " in the queue for a place " + name(place) + " already.";
        }
    }

    record OfferIsOpen(PlaceKind place, Instant until) implements LiveClassRefusal {
        @Override
        public String detail() {
            return "A place " + name(place) + " is kept for you until " + until + "; accept or decline it.";
        }
    }

    record NotBooked() implements LiveClassRefusal {
        @Override
        public String detail() {
            return "You have no place in this class and wait for none.";
        }
    }

    record NoOffer() implements LiveClassRefusal {
        @Override
        public String detail() {
            return "No place is kept for you; an offer may have run out.";
        }
    }

    record NoTrialHere() implements LiveClassRefusal {
        @Override
        public String detail() {
            return "This class takes no trial bookings; become a member or choose another class.";
        }
    }

    record NoPlaceLeft(PlaceKind place) implements LiveClassRefusal {
        @Override
        public String detail() {
            return "No place " + name(place) + " is left; you keep the one you have.";
        }
    }

    /** The place in the room was itself given up for the one online, so that it stands for nothing. */
    record CameFromThere() implements LiveClassRefusal {
        @Override
        public String detail() {
            return "That place in the room was given up for the one online.";
        }
    }

    private static String name(PlaceKind place) {
        return place == PlaceKind.ONLINE ? "online" : "in the room";
    }

    private static String name(Phase phase) {
        return switch (phase) {
            case DRAFT -> "a draft";
            case LOBBY -> "in the lobby";
            default -> phase.name().toLowerCase(Locale.ROOT);
        };
    }
}
