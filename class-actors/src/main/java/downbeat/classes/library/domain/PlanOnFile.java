package downbeat.classes.library.domain;

import downbeat.classes.plan.CuePlan;
import downbeat.kernel.AccountId;
import java.time.Instant;

/** A cue plan in a trainer's library. */
public sealed interface PlanOnFile {
    record Absent() implements PlanOnFile {}

    record Kept(AccountId owner, String fileName, CuePlan plan, Instant keptAt) implements PlanOnFile {}

    /** Thrown away. Classes that took the plan have it still. */
    record Discarded() implements PlanOnFile {}
}
