package downbeat.popups.structure.twins.right;

import downbeat.popups.structure.twins.left.Left;

/** The other half of a cycle. */
public record Right(Left other) {}
