package downbeat.classes.domain;

import downbeat.kernel.ParticipantId;

/** Somebody in the queue for a kind of place. */
public record Waiting(ParticipantId who, PlaceKind place, boolean trial) {}
