package downbeat.classes.rig.entity;

import downbeat.classes.rig.domain.RecordedVerdict;

/** What a rig shows of itself to its trainer. */
public record RigCard(RecordedVerdict newest) {}
