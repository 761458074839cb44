package downbeat.cluster.entity;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.wire.Persisted;
import java.util.List;

/** The stored form of {@link Held}: a shortcut through the journal, never its replacement. */
record StoredSnapshot(JsonNode state, List<StoredCommit.StoredAnswer> answers, long facts) implements Persisted {}
