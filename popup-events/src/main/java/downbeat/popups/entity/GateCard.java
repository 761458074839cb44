package downbeat.popups.entity;

import downbeat.popups.domain.door.Gate;

/** A gate and who went through it. */
public record GateCard(Gate gate, PassageCount count) {}
