package downbeat.classes.rig.domain;

import downbeat.classes.rig.figures.Figures;
import downbeat.kernel.AccountId;

/** Everything that can be asked of a rig. */
public sealed interface RigCommand {
    /** The verdict is not asked for: it follows from the figures. */
    record RecordVerdict(AccountId trainer, Figures figures) implements RigCommand {}
}
