package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.Role;
import downbeat.classes.live.message.Wish;
import java.util.function.UnaryOperator;

/** What a member chooses for itself: a choice holds for all its devices, and over a change of node. Pure. */
final class Wishing {
    private Wishing() {}

    /** @param change of what the member chose before */
    static Verdict wish(Score score, Joiner by, UnaryOperator<Wish> change, ClassTime now) {
        if (by.role() != Role.MEMBER) {
            return Verdict.refused("not-allowed", "only members share their readings or have cues adapted");
        }
        var before = score.wish(by.member());
        var after = change.apply(before);
        return after.equals(before)
                ? Verdict.of(new LiveAnswer.Done())
                : Verdict.of(
                        new LiveAnswer.Done(), new LiveFact.Wished(by.member(), after.shares(), after.adapted(), now));
    }
}
