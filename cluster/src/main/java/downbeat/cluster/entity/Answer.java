package downbeat.cluster.entity;

import downbeat.kernel.Outcome;
import java.util.Optional;

/** What an entity says back; travels between nodes in the envelopes of the envelope serializer. */
sealed interface Answer {

    record Decided(String aggregate, Outcome<?> outcome) implements Answer {}

    record Shown(String aggregate, Optional<?> view) implements Answer {}

    record Unavailable(String sentence) implements Answer {}
}
