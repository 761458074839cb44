package downbeat.drops.structure.twins.right;

import downbeat.drops.structure.twins.left.Left;

/** The other half of a cycle. */
public record Right(Left other) {}
