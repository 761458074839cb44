package downbeat.cluster.wire;

/** Marks what is stored in the journal or as a snapshot: JSON. The class name is stored with it and must not change. */
public interface Persisted {}
