package downbeat.classes.domain;

import downbeat.kernel.ParticipantId;
import java.time.Instant;

/** A place kept for somebody from the waiting list; it counts against the capacity until it runs out. */
public record Offer(ParticipantId who, PlaceKind place, boolean trial, Instant until) {}
