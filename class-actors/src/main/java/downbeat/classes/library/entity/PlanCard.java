package downbeat.classes.library.entity;

import downbeat.classes.plan.CuePlan;
import downbeat.kernel.AccountId;
import java.time.Instant;

/** What a plan on file shows of itself to its owner. */
public record PlanCard(AccountId owner, String fileName, CuePlan plan, Instant keptAt) {}
