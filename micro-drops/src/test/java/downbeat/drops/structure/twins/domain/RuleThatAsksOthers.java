package downbeat.drops.structure.twins.domain;

import downbeat.classes.entity.LiveClasses;

/** A rule that does more than decide. */
public record RuleThatAsksOthers(LiveClasses classes) {}
