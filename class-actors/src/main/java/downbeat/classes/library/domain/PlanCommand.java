package downbeat.classes.library.domain;

import downbeat.classes.plan.CuePlan;
import downbeat.kernel.AccountId;
import downbeat.kernel.bound.Wording;

/** Everything that can be asked of a plan on file. */
public sealed interface PlanCommand {
    /** @param fileName as it was imported, 1 to 200 characters */
    record Keep(AccountId owner, String fileName, CuePlan plan) implements PlanCommand {
        public Keep {
            if (fileName.isBlank() || fileName.length() > 200) {
                throw new IllegalArgumentException("name must have 1 to 200 characters");
            }
            Wording.check("name", fileName);
        }
    }

    record Discard() implements PlanCommand {}
}
