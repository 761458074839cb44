package downbeat.classes.domain.room;

import downbeat.kernel.ParticipantId;

/**
 * Somebody gave a place in a room up for one online.
 *
 * @param from the newest they gave up there
 */
public record Move(ParticipantId who, RoomTicket from) {}
