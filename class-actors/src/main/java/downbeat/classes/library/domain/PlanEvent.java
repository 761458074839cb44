package downbeat.classes.library.domain;

import downbeat.classes.plan.CuePlan;
import downbeat.kernel.AccountId;
import java.time.Instant;

/** Everything that can happen to a plan on file. Stored for good: add, never change. */
public sealed interface PlanEvent {
    Instant at();

    record PlanKept(AccountId owner, String fileName, CuePlan plan, Instant at) implements PlanEvent {}

    record PlanDiscarded(Instant at) implements PlanEvent {}
}
