package downbeat.classes.live.sequencer;

import downbeat.classes.live.course.LiveFact;
import downbeat.cluster.wire.Persisted;
import java.util.List;

/** One row of a cue log's journal: the facts gathered while the row before was written. */
record JournalRow(List<LiveFact> facts) implements Persisted {
    /** Without names: those are of people, who may have them deleted, and are heard again from whoever is there. */
    static JournalRow of(List<LiveFact> facts) {
        return new JournalRow(facts.stream().map(LiveFact::nameless).toList());
    }

    JournalRow {
        facts = List.copyOf(facts);
    }
}
