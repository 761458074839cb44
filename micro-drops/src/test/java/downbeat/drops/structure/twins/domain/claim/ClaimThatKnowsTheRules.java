package downbeat.drops.structure.twins.domain.claim;

import downbeat.drops.domain.Drop;

/** A value that looks up. */
public record ClaimThatKnowsTheRules(Drop drop) {}
