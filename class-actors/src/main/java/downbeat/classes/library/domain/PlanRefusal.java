package downbeat.classes.library.domain;

import downbeat.kernel.Refusal;

/** Why a plan on file says no. */
public sealed interface PlanRefusal extends Refusal {
    record NoSuchPlan() implements PlanRefusal {
        @Override
        public String detail() {
            return "There is no such cue plan.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record PlanIsFixed() implements PlanRefusal {
        @Override
        public String detail() {
            return "A cue plan on file does not change; import the new one beside it.";
        }
    }
}
