package downbeat.classes.live.sequencer;

import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.report.RelayTally;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each relay has measured so far, by life of the relay. Owned by one actor. */
final class Tallies {
    private final Map<String, RelayTally> byRun = new LinkedHashMap<>();

    void take(RelayTally tally) {
        byRun.put(tally.run(), tally);
    }

    Collection<RelayTally> all() {
        return byRun.values();
    }

    /** What the score has not got yet. */
    List<LiveFact> news(Score score) {
        return byRun.values().stream()
                .filter(tally -> !score.tallies().contains(tally))
                .<LiveFact>map(LiveFact.Measured::new)
                .toList();
    }
}
