package downbeat.drops.domain;

import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.point.PointId;
import java.time.Instant;
import java.util.Optional;

/** Why units are not somebody's, or not any more. */
public sealed interface ClaimRefusal extends DropRefusal {
    record OverLimit(int limit) implements ClaimRefusal {
        @Override
        public String detail() {
            return "One member claims at most " + limit + " of this drop.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("units");
        }
    }

    record SoldOut(BundleId bundle, PointId point) implements ClaimRefusal {
        @Override
        public String detail() {
            return "It is sold out at this point. Wait for a unit that is released, or choose another point.";
        }
    }

    /** @param tryAgain when the first of them ends */
    record AllHeld(BundleId bundle, PointId point, Instant tryAgain) implements ClaimRefusal {
        @Override
        public String detail() {
            return "All are being claimed at this point; try again at " + tryAgain + ".";
        }
    }

    record ClaimsFull(int most) implements ClaimRefusal {
        @Override
        public String detail() {
            return "This drop has had " + most + " claims and takes no more.";
        }
    }

    record NoSuchClaim() implements ClaimRefusal {
        @Override
        public String detail() {
            return "There is no such claim.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record NotHeld(Status status) implements ClaimRefusal {
        @Override
        public String detail() {
            return "This claim waits for no payment: it is " + Spoken.name(status) + ".";
        }
    }

    record HoldIsOver(Instant since) implements ClaimRefusal {
        @Override
        public String detail() {
            return "This claim was not paid in time; it ended at " + since + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record ClaimIsOver(Status status, Optional<Cause> cause, Instant since) implements ClaimRefusal {
        @Override
        public String detail() {
            return "This claim is over since " + since + ": "
                    + cause.map(ClaimRefusal::words).orElse(Spoken.name(status)) + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record UnitsAreLeft(int left) implements ClaimRefusal {
        @Override
        public String detail() {
            return left + " are left at this point: claim instead of waiting.";
        }
    }

    record AlreadyWaiting() implements ClaimRefusal {
        @Override
        public String detail() {
            return "You wait already, or have an offer.";
        }
    }

    record WaitingListFull(int most) implements ClaimRefusal {
        @Override
        public String detail() {
            return "The waiting list is full: " + most + " wait.";
        }
    }

    record NotWaiting() implements ClaimRefusal {
        @Override
        public String detail() {
            return "You are not on the waiting list.";
        }
    }

    record NoOffer() implements ClaimRefusal {
        @Override
        public String detail() {
            return "There is no offer for you; perhaps its time is over.";
        }
    }

    record NothingToFetch() implements ClaimRefusal {
        @Override
        public String detail() {
            return "You have no claim to this download.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case CANCELLED -> "it was given back";
            case HOLD_EXPIRED -> "it was not paid in time";
            case OFFER_DECLINED -> "the offer was declined";
            case OFFER_EXPIRED -> "the offer was not accepted in time";
            case NO_SHOW -> "nobody collected it in time";
            case WITHDRAWN -> "the trainer took it back";
            case POINT_CLOSED -> "nothing is collected there any more";
            case DROP_CANCELLED -> "the drop is cancelled";
        };
    }
}
