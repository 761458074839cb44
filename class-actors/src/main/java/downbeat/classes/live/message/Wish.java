package downbeat.classes.live.message;

import downbeat.classes.live.bio.Shares;
import downbeat.kernel.ParticipantId;

/**
 * What a member chose for the class, on whichever device.
 *
 * @param shares what the others may see
 * @param adapted whether cues may be adapted to the member, when the trainer has it on
 */
public record Wish(ParticipantId member, Shares shares, boolean adapted) {

    /** Of a member who has chosen nothing. */
    public static Wish unspoken(ParticipantId member) {
        return new Wish(member, Shares.NONE, true);
    }
}
