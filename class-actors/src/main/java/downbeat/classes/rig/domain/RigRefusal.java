package downbeat.classes.rig.domain;

import downbeat.kernel.Refusal;
import java.time.Instant;

/** Why a rig says no. */
public sealed interface RigRefusal extends Refusal {
    record TooManyVerdicts(int most, Instant again) implements RigRefusal {
        @Override
        public String detail() {
            return "At most " + most + " verdicts are recorded in 24 hours; the next one at " + again + ".";
        }
    }
}
