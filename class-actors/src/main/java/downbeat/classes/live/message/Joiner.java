package downbeat.classes.live.message;

import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;

/**
 * Somebody whose join token was checked.
 *
 * @param name what the others see
 */
public record Joiner(ClassId classId, ParticipantId member, String name, Role role) {}
