package downbeat.classes.live.sequencer;

import downbeat.classes.live.course.LiveFact;
import downbeat.cluster.wire.Persisted;
import java.util.List;

/** One row of a cue log's journal: the facts gathered while the row before was written. */
record JournalRow(List<LiveFact> facts) implements Persisted {
    JournalRow {
        facts = List.copyOf(facts);
    }
}
