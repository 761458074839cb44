package downbeat.cluster.entity;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.wire.Persisted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored form of a {@link Commit}. Its trees name the domain's records by their simple names only, so a module may
 * move its packages. This record's own name and fields are the format of the journal: see the golden files.
 */
record StoredCommit(
        Instant at, long first, List<JsonNode> events, List<StoredAnswer> answers, Optional<Instant> deadline)
        implements Persisted {

    /** The stored form of an {@link Answers.Remembered}. */
    record StoredAnswer(String key, String fingerprint, JsonNode reply, Instant at) {}
}
