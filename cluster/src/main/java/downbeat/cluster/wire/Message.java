package downbeat.cluster.wire;

/** Marks what actors on different nodes say to each other: CBOR. Its class name is the manifest. */
public interface Message {}
