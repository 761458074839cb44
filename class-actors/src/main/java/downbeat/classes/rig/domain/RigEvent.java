package downbeat.classes.rig.domain;

import downbeat.classes.rig.figures.Figures;
import downbeat.kernel.AccountId;
import java.time.Instant;

/** Everything that can happen to a rig. Stored for good: add, never change. */
public sealed interface RigEvent {
    Instant at();

    /**
     * The judgement is stored with the figures: limits may change, what was said does not.
     *
     * @param number of this rig's verdicts, from 1
     */
    record VerdictRecorded(long number, AccountId trainer, Figures figures, Judgement judgement, Instant at)
            implements RigEvent {}
}
