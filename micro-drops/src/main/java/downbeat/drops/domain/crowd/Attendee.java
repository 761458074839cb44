package downbeat.drops.domain.crowd;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.bound.Bounds;

/**
 * What a class says of somebody who had a place in it.
 *
 * @param percent of the class they were there, 0 to 100
 * @param reps counted in confirmations, 0 or more
 * @param inRoom in the room, not online
 */
public record Attendee(ParticipantId who, int percent, int reps, boolean inRoom, boolean trial) {

    public Attendee {
        Bounds.number("percent", percent, 0, 100);
        Bounds.number("reps", reps, 0, Integer.MAX_VALUE);
    }
}
