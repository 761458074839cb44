package downbeat.drops.domain.claim;

import downbeat.kernel.ParticipantId;

/** Somebody who waits for units to be released. */
public record Waiting(ParticipantId who, Order order, Paying paying) {}
