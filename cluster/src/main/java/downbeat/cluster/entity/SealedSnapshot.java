package downbeat.cluster.entity;

import downbeat.cluster.wire.Persisted;

/**
 * The stored form of {@link Held} of an entity that is a person: a {@link StoredSnapshot}, sealed as a {@link SealedCommit} is.
 */
record SealedSnapshot(String sealed) implements Persisted {}
