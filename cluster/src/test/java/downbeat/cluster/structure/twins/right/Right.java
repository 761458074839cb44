package downbeat.cluster.structure.twins.right;

import downbeat.cluster.structure.twins.left.Left;

/** The other half of a cycle. */
public record Right(Left other) {}
