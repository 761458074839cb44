package downbeat.drops.domain;

import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Why nothing is handed over. */
public sealed interface CounterRefusal extends DropRefusal {
    record WrongPoint(PointId right, String name) implements CounterRefusal {
        @Override
        public String detail() {
            return "This claim is collected at " + name + ".";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("point");
        }
    }

    record NotReady() implements CounterRefusal {
        @Override
        public String detail() {
            return "It is not ready yet: pack it first and say so.";
        }
    }

    record NotConfirmed(Status status) implements CounterRefusal {
        @Override
        public String detail() {
            return "This claim is " + Spoken.name(status) + ": it is not paid or accepted yet.";
        }
    }

    record PaymentDue(Money due) implements CounterRefusal {
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

    record MoreThanLeft(int left) implements CounterRefusal {
        @Override
        public String detail() {
            return "Only " + left + " of this claim are left to hand over.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("units");
        }
    }

    record AlreadyHandedOver(String by, Instant when) implements CounterRefusal {
        @Override
        public String detail() {
            return "Handed over already, by " + by + " at " + when + ".";
        }
    }
}
