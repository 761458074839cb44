package downbeat.cluster.entity;

import downbeat.kernel.Outcome;
import java.util.Optional;

/** What an entity says back; travels between nodes in the envelopes of the envelope serializer. */
sealed interface Answer {

    /** @param view what came of it, where that was asked for too */
    record Decided(String aggregate, Outcome<?> outcome, Optional<?> view) implements Answer {
        Decided(String aggregate, Outcome<?> outcome) {
            this(aggregate, outcome, Optional.empty());
        }
    }

    record Shown(String aggregate, Optional<?> view) implements Answer {}

    record Unavailable(String sentence) implements Answer {}
}
