package downbeat.classes.entity;

import downbeat.classes.domain.PlaceKind;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody has of a class.
 *
 * @param position in the queue, from 1; 0 for those who do not wait
 * @param offerEndsAt until when the place is kept, for an offer
 */
public record BookingCard(
        ParticipantId participant,
        PlaceKind place,
        Status status,
        boolean trial,
        int position,
        Optional<Instant> offerEndsAt) {

    /** As {@link downbeat.classes.domain.Places#standing} has it. */
    public Version version() {
        return new Version(status + "-" + place);
    }

    /** How firmly. */
    public enum Status {
        BOOKED,
        OFFERED,
        WAITING
    }
}
