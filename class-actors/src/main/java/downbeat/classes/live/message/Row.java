package downbeat.classes.live.message;

import downbeat.kernel.ParticipantId;

/**
 * A line of the roster.
 *
 * @param devices connected now
 * @param here whether any device is
 * @param room whether the member is in the room, with or without a device
 */
public record Row(ParticipantId member, String name, int devices, boolean here, boolean room) {

    /** Whether the member takes part, from wherever. */
    public boolean present() {
        return here || room;
    }
}
