package downbeat.classes.live.message;

import downbeat.kernel.ParticipantId;

/**
 * A line of the roster.
 *
 * @param devices connected now
 * @param here whether any device is
 */
public record Row(ParticipantId member, String name, int devices, boolean here) {}
