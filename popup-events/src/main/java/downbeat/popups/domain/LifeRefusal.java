package downbeat.popups.domain;

import downbeat.popups.domain.kind.KindId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Why a pop-up cannot be what its organizer wants of it, or not any more. */
public sealed interface LifeRefusal extends PopUpRefusal {
    record NoSuchPopUp() implements LifeRefusal {
        @Override
        public String detail() {
            return "There is no such pop-up.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record AlreadyDrafted() implements LifeRefusal {
        @Override
        public String detail() {
            return "This pop-up exists already; edit it instead.";
        }
    }

    /** @param wanted what was asked for, such as "open the doors" */
    record WrongPhase(String wanted, Phase phase) implements LifeRefusal {
        @Override
        public String detail() {
            return "You cannot " + wanted + " while the pop-up is " + name(phase) + ".";
        }
    }

    record PopUpIsOver(Phase phase) implements LifeRefusal {
        @Override
        public String detail() {
            return "This pop-up is " + name(phase) + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record StartInPast(Instant start) implements LifeRefusal {
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

    record EndInPast(Instant end) implements LifeRefusal {
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
    record StartDoesNotExist(LocalDateTime start, ZoneId zone, LocalDateTime next) implements LifeRefusal {
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
            implements LifeRefusal {
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

    record StartFixedByOpenDoors() implements LifeRefusal {
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
    record LinkFixedByGuests() implements LifeRefusal {
        @Override
        public String detail() {
            return "Guests have come in for the class that is linked here; it can no longer be another one, or none.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("linkedClass");
        }
    }

    record CapacityBelowSold(int taken) implements LifeRefusal {
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
    record QuotaBelowSold(KindId ticketKind, int index, int taken) implements LifeRefusal {
        @Override
        public String detail() {
            return taken + " tickets " + ticketKind.value() + " are sold, held or offered; their quota cannot be less.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("kinds[" + index + "].quota");
        }
    }

    record KindIsTaken(KindId ticketKind) implements LifeRefusal {
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

    private static String name(Phase phase) {
        return switch (phase) {
            case DRAFT -> "a draft";
            case PUBLISHED -> "published and its doors are shut";
            case DOORS_OPEN -> "on";
            case CLOSED -> "over";
            case CANCELLED -> "cancelled";
        };
    }
}
