package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a running class does by itself: planned cues, the script of the live check, bursts. Pure. */
public final class Autopilot {
    private Autopilot() {}

    /** All that must be issued now; applied to the score one after the other. */
    public static List<LiveFact> apply(Score score, ClassTime now) {
        var facts = new ArrayList<LiveFact>();
        for (var next = next(score, now); next.isPresent(); next = next(score, now)) {
            score.apply(next.get());
            facts.add(next.get());
        }
        return facts;
    }

    private static Optional<LiveFact> next(Score score, ClassTime now) {
        return Horizon.next(score, now).or(() -> Checking.next(score, now)).or(() -> Bursting.next(score, now));
    }
}
