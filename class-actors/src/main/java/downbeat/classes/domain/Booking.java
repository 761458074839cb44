package downbeat.classes.domain;

import downbeat.kernel.ParticipantId;

/** A place that is somebody's. */
public record Booking(ParticipantId who, PlaceKind place, boolean trial) {}
