package downbeat.drops.entity;

import downbeat.drops.domain.claim.Order;
import downbeat.kernel.ParticipantId;

/**
 * Somebody on the waiting list.
 *
 * @param position from 1
 */
public record WaitingCard(ParticipantId who, int position, Order order) {}
