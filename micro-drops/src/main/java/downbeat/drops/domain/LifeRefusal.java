package downbeat.drops.domain;

import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.point.PointId;
import java.util.Optional;

/** Why a drop cannot be what its trainer wants of it, or not any more. */
public sealed interface LifeRefusal extends DropRefusal {
    record NoSuchDrop() implements LifeRefusal {
        @Override
        public String detail() {
            return "There is no such drop.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record AlreadyComposed() implements LifeRefusal {
        @Override
        public String detail() {
            return "This drop exists already; edit it instead.";
        }
    }

    /** @param wanted what was asked for, such as "open the drop" */
    record WrongPhase(String wanted, Phase phase) implements LifeRefusal {
        @Override
        public String detail() {
            return "You cannot " + wanted + " while the drop is " + Spoken.name(phase) + ".";
        }
    }

    record DropIsOver(Phase phase) implements LifeRefusal {
        @Override
        public String detail() {
            return "This drop is " + Spoken.name(phase) + ".";
        }

        @Override
        public Kind kind() {
            return Kind.GONE;
        }
    }

    record StockBelowClaimed(PointId point, ComponentId component, int taken) implements LifeRefusal {
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
}
