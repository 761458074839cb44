package downbeat.popups.entity;

import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.HoldId;
import java.time.Instant;
import java.util.Optional;

/**
 * A place that somebody is about to have.
 *
 * @param position in the queue of that kind, from 1; 0 for those who do not wait
 * @param until when a hold or an offer runs out
 * @param price of one, for a hold
 */
public record PlaceCard(
        ParticipantId participant,
        KindId kind,
        Status status,
        int count,
        Optional<HoldId> hold,
        Optional<Money> price,
        int position,
        Optional<Instant> until) {

    /** How near they are. */
    public enum Status {
        HELD,
        OFFERED,
        WAITING
    }
}
