package downbeat.drops.domain;

import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.crowd.Audience;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.Money;
import downbeat.kernel.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Why a drop says no. */
public sealed interface DropRefusal extends Refusal {
    record NoSuchDrop() implements DropRefusal {
        @Override
        public String detail() {
            return "There is no such drop.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record AlreadyComposed() implements DropRefusal {
        @Override
        public String detail() {
            return "This drop exists already; edit it instead.";
        }
    }

    /** @param wanted what was asked for, such as "open the drop" */
    record WrongPhase(String wanted, Phase phase) implements DropRefusal {
        @Override
        public String detail() {
            return "You cannot " + wanted + " while the drop is " + name(phase) + ".";
        }
    }

    record DropIsOver(Phase phase) implements DropRefusal {
        @Override
        public String detail() {
            return "This drop is " + name(phase) + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record StockBelowClaimed(PointId point, ComponentId component, int taken) implements DropRefusal {
        @Override
        public String detail() {
            return taken + " of " + component.value() + " are claimed at this point; the stock cannot be less.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("stock");
        }
    }

    record NoSuchPoint(PointId point) implements DropRefusal {
        @Override
        public String detail() {
            return "There is no collection point " + point.value() + " in this drop.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("point");
        }
    }

    record NoSuchComponent(ComponentId component) implements DropRefusal {
        @Override
        public String detail() {
            return "There is no component " + component.value() + " in this drop.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("component");
        }
    }

    record NoSuchBundle(BundleId bundle) implements DropRefusal {
        @Override
        public String detail() {
            return "There is no bundle " + bundle.value() + " in this drop.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("bundle");
        }
    }

    record NoSuchWindow(PointId point, Optional<WindowId> window) implements DropRefusal {
        @Override
        public String detail() {
            return window.map(it -> "There is no pickup window " + it.value() + " at this point.")
                    .orElse("Say in which window you come to collect it.");
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("window");
        }
    }

    record WindowFull(WindowId window) implements DropRefusal {
        @Override
        public String detail() {
            return "This pickup window is full; choose another.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("window");
        }
    }

    record WindowIsOver(WindowId window, Instant end) implements DropRefusal {
        @Override
        public String detail() {
            return "This pickup window ended at " + end + "; choose another.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("window");
        }
    }

    record PointIsClosed(PointId point, String reason) implements DropRefusal {
        @Override
        public String detail() {
            return "Nothing is collected there any more: " + reason;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("point");
        }
    }

    record FetchedOnline(BundleId bundle) implements DropRefusal {
        @Override
        public String detail() {
            return "This bundle is a download: it is claimed online and at no counter.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("point");
        }
    }

    record CollectedAtPoint(BundleId bundle) implements DropRefusal {
        @Override
        public String detail() {
            return "This bundle is collected at a counter; choose one.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("point");
        }
    }

    record PaidOnlineOnly(BundleId bundle) implements DropRefusal {
        @Override
        public String detail() {
            return "A download cannot be paid at a counter; pay it online.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("paying");
        }
    }

    record DidNotTakePart() implements DropRefusal {
        @Override
        public String detail() {
            return "This drop is for those who took part in the class, and you were not there.";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    record TookTooLittlePart(int percent, int needed, int reps, int neededReps) implements DropRefusal {
        @Override
        public String detail() {
            return "This drop is for those who were there for " + needed + " % of the class"
                    + (neededReps > 0 ? " or did " + neededReps + " repetitions" : "") + "; you were there for "
                    + percent + " %" + (neededReps > 0 ? " and did " + reps : "") + ".";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    record ForOthers(Audience audience) implements DropRefusal {
        @Override
        public String detail() {
            return "This drop is for "
                    + switch (audience) {
                        case EVERYBODY -> "everybody who took part";
                        case IN_ROOM -> "those who were in the room";
                        case ONLINE -> "those who were online";
                        case MEMBERS -> "members";
                        case TRIALS -> "those who tried the class";
                    }
                    + ".";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The head start of others. */
    record NotYet(Instant from) implements DropRefusal {
        @Override
        public String detail() {
            return "Those who were in the room come first; you can claim from " + from + ".";
        }
    }

    record NotInLine() implements DropRefusal {
        @Override
        public String detail() {
            return "There is a waiting room: enter it first.";
        }
    }

    /** @param position from 1 */
    record NotYourTurn(int position, Instant turn) implements DropRefusal {
        @Override
        public String detail() {
            return "You are number " + position + " in the waiting room; your turn is at " + turn + ".";
        }
    }

    record NoWaitingRoom() implements DropRefusal {
        @Override
        public String detail() {
            return "This drop has no waiting room: claim when it opens.";
        }
    }

    record WaitingRoomFull(int most) implements DropRefusal {
        @Override
        public String detail() {
            return "The waiting room is full: " + most + " are in it.";
        }
    }

    record OverLimit(int limit) implements DropRefusal {
        @Override
        public String detail() {
            return "One member claims at most " + limit + " of this drop.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("units");
        }
    }

    record SoldOut(BundleId bundle, PointId point) implements DropRefusal {
        @Override
        public String detail() {
            return "It is sold out at this point. Wait for a unit that is released, or choose another point.";
        }
    }

    /** @param tryAgain when the first of them ends */
    record AllHeld(BundleId bundle, PointId point, Instant tryAgain) implements DropRefusal {
        @Override
        public String detail() {
            return "All are being claimed at this point; try again at " + tryAgain + ".";
        }
    }

    record ClaimsFull(int most) implements DropRefusal {
        @Override
        public String detail() {
            return "This drop has had " + most + " claims and takes no more.";
        }
    }

    record NoSuchClaim() implements DropRefusal {
        @Override
        public String detail() {
            return "There is no such claim.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record NotHeld(Status status) implements DropRefusal {
        @Override
        public String detail() {
            return "This claim waits for no payment: it is " + name(status) + ".";
        }
    }

    record HoldIsOver(Instant since) implements DropRefusal {
        @Override
        public String detail() {
            return "This claim was not paid in time; it ended at " + since + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record ClaimIsOver(Status status, Optional<Cause> cause, Instant since) implements DropRefusal {
        @Override
        public String detail() {
            return "This claim is over since " + since + ": "
                    + cause.map(DropRefusal::words).orElse(name(status)) + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record UnitsAreLeft(int left) implements DropRefusal {
        @Override
        public String detail() {
            return left + " are left at this point: claim instead of waiting.";
        }
    }

    record AlreadyWaiting() implements DropRefusal {
        @Override
        public String detail() {
            return "You wait already, or have an offer.";
        }
    }

    record WaitingListFull(int most) implements DropRefusal {
        @Override
        public String detail() {
            return "The waiting list is full: " + most + " wait.";
        }
    }

    record NotWaiting() implements DropRefusal {
        @Override
        public String detail() {
            return "You are not on the waiting list.";
        }
    }

    record NoOffer() implements DropRefusal {
        @Override
        public String detail() {
            return "There is no offer for you; perhaps its time is over.";
        }
    }

    record WrongPoint(PointId right, String name) implements DropRefusal {
        @Override
        public String detail() {
            return "This claim is collected at " + name + ".";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("point");
        }
    }

    record NotReady() implements DropRefusal {
        @Override
        public String detail() {
            return "It is not ready yet: pack it first and say so.";
        }
    }

    record NotConfirmed(Status status) implements DropRefusal {
        @Override
        public String detail() {
            return "This claim is " + name(status) + ": it is not paid or accepted yet.";
        }
    }

    record PaymentDue(Money due) implements DropRefusal {
        @Override
        public String detail() {
            var amount = BigDecimal.valueOf(due.minor(), due.currency().getDefaultFractionDigits());
            return "It is not paid: take " + amount.toPlainString() + " "
                    + due.currency().getCurrencyCode() + " and say so.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("paid");
        }
    }

    record MoreThanLeft(int left) implements DropRefusal {
        @Override
        public String detail() {
            return "Only " + left + " of this claim are left to hand over.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("units");
        }
    }

    record AlreadyHandedOver(String by, Instant when) implements DropRefusal {
        @Override
        public String detail() {
            return "Handed over already, by " + by + " at " + when + ".";
        }
    }

    record NothingToFetch() implements DropRefusal {
        @Override
        public String detail() {
            return "You have no claim to this download.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    private static String name(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
