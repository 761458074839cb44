package downbeat.classes.rig.domain;

import downbeat.classes.rig.domain.RigEvent.VerdictRecorded;
import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import java.time.Duration;
import java.time.Instant;

/** The rules about the verdicts of a rig: the figures alone decide, and a rig is not checked without end. */
public final class RigDecider implements Decider<RigCommand, RigEvent, Rig, RigReply> {
    static final Duration DAY = Duration.ofHours(24);

    /** Every quarter of an hour, all day and all night: more is a program gone wild, and the journal keeps all of it. */
    static final int MOST_A_DAY = 96;

    @Override
    public Rig initial() {
        return new Rig.Unchecked();
    }

    @Override
    public Decision<RigEvent, RigReply> decide(Rig state, RigCommand command, Instant now) {
        return switch (command) {
            case RigCommand.RecordVerdict(var trainer, var figures) -> {
                if (state instanceof Rig.Checked checked && isFull(checked, now)) {
                    yield Decision.refuse(new RigRefusal.TooManyVerdicts(
                            MOST_A_DAY, checked.dayBegan().plus(DAY)));
                }
                var number =
                        state instanceof Rig.Checked checked ? checked.newest().number() + 1 : 1;
                var fact = new VerdictRecorded(number, trainer, figures, RigRules.judge(figures), now);
                yield Decision.accept(new RigReply.Recorded(recorded(fact)), fact);
            }
        };
    }

    private static boolean isFull(Rig.Checked checked, Instant now) {
        return checked.thatDay() >= MOST_A_DAY
                && now.isBefore(checked.dayBegan().plus(DAY));
    }

    private static RecordedVerdict recorded(VerdictRecorded fact) {
        return new RecordedVerdict(fact.number(), fact.figures(), fact.judgement(), fact.at());
    }

    @Override
    public Rig evolve(Rig state, RigEvent event) {
        return switch (event) {
            case VerdictRecorded fact -> {
                var sameDay = state instanceof Rig.Checked checked
                        && fact.at().isBefore(checked.dayBegan().plus(DAY));
                yield sameDay && state instanceof Rig.Checked before
                        ? new Rig.Checked(recorded(fact), before.dayBegan(), before.thatDay() + 1)
                        : new Rig.Checked(recorded(fact), fact.at(), 1);
            }
        };
    }
}
