package downbeat.classes.live.bio;

import downbeat.kernel.ParticipantId;

/**
 * What one relay knows of a member who shares.
 *
 * @param signs only those that the member shares
 */
public record BioRow(ParticipantId member, String name, Signs signs) {

    /** The same member at another relay. */
    BioRow merged(BioRow with) {
        return new BioRow(member, name.compareTo(with.name) >= 0 ? name : with.name, signs.merged(with.signs));
    }
}
