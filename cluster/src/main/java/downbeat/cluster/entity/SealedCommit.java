package downbeat.cluster.entity;

import downbeat.cluster.wire.Persisted;
import java.time.Instant;
import java.util.Optional;

/**
 * The stored form of a {@link Commit} of an entity that is a person: a {@link StoredCommit}, sealed with the person's key. In the
 * clear is what the shell needs of it without the key.
 *
 * @param sealed Base64 of nonce, what was sealed, and tag; associated data is the persistence id
 */
record SealedCommit(Instant at, long first, Optional<Instant> deadline, String sealed) implements Persisted {}
