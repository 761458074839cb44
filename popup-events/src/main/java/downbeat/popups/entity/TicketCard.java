package downbeat.popups.entity;

import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.door.Earlier;
import downbeat.popups.domain.door.Incident;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.domain.ticket.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket.
 *
 * @param holder nobody known for a walk-in
 * @param issue of the passes that let in
 * @param beyond sold by a supervisor beyond the capacity
 * @param entries how often somebody came in on it
 * @param stays when they were inside, in order; the last may not be over
 * @param voidAt since when it is void
 * @param voidReason what its organizer said when it was revoked
 * @param inside how many of those are inside: one, unless something went wrong
 * @param earlier the last time somebody came in
 */
public record TicketCard(
        TicketId ticket,
        KindId kind,
        Optional<ParticipantId> holder,
        Money price,
        Settlement settlement,
        int issue,
        Validity validity,
        boolean beyond,
        int entries,
        int inside,
        List<StayCard> stays,
        Optional<Earlier> earlier,
        List<Incident> incidents,
        Optional<Instant> voidAt,
        Optional<String> voidReason) {
    @SuppressWarnings("NullAway") // a node from before they were told tells none
    public TicketCard {
        stays = stays == null ? List.of() : List.copyOf(stays);
        incidents = List.copyOf(incidents);
    }
}
