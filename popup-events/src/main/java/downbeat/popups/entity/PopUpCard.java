package downbeat.popups.entity;

import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Version;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a pop-up shows of itself. Not everything in it is for everybody: places and tickets are for the organizer, and each
 * for its owner; the door is for those who stand there; a draft is for its organizer.
 *
 * @param doors when they open by the timetable
 * @param places of all kinds together
 * @param underWay holds, then offers, then the queue, first come first
 * @param cancelReason only of a cancelled pop-up
 * @param sequence of the calendar entry
 * @param version counts every fact: the whole card is the same when it is the same
 * @param edition counts changes of what is said of the pop-up and its gates; hand it back with an edit
 */
public record PopUpCard(
        AccountId organizer,
        PopUpDetails details,
        Instant doors,
        Instant start,
        Instant end,
        Phase phase,
        PlaceCount places,
        List<KindCard> kinds,
        List<PlaceCard> underWay,
        List<TicketCard> tickets,
        DoorCard door,
        Optional<String> cancelReason,
        int sequence,
        long version,
        long edition) {
    public PopUpCard {
        kinds = List.copyOf(kinds);
        underWay = List.copyOf(underWay);
        tickets = List.copyOf(tickets);
    }

    /** Of what is said of the pop-up; hand it back with an edit. */
    public Version said() {
        return Version.of(edition);
    }

    public Optional<PlaceCount> kind(KindId id) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(id))
                .map(KindCard::count)
                .findFirst();
    }

    /** What this person holds, is offered or waits for. */
    public List<PlaceCard> placesOf(ParticipantId who) {
        return underWay.stream()
                .filter(place -> place.participant().equals(who))
                .toList();
    }

    /** Tickets of this person, void ones too. */
    public List<TicketCard> ticketsOf(ParticipantId who) {
        return tickets.stream()
                .filter(ticket -> ticket.holder().filter(who::equals).isPresent())
                .toList();
    }

    public Optional<TicketCard> ticket(TicketId id) {
        return tickets.stream().filter(ticket -> ticket.ticket().equals(id)).findFirst();
    }
}
