package downbeat.cluster.structure.twins.kernel;

import downbeat.cluster.wire.Message;

/** A kernel type that knows the wire. */
public record Impure(String value) implements Message {}
