package downbeat.drops.entity;

import downbeat.drops.domain.claim.Order;
import downbeat.kernel.ParticipantId;

/** Somebody on the waiting list. */
public record WaitingCard(ParticipantId who, Order order) {}
