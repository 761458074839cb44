package downbeat.popups.domain;

import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.door.Door;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.ticket.Desk;
import downbeat.popups.domain.ticket.Roll;
import java.time.Instant;

/**
 * What a pop-up carries through its whole life.
 *
 * @param window when it takes place
 * @param sequence of the calendar entry (SEQUENCE of RFC 5545): one more for every move, and for the cancellation
 * @param version counts every fact that changed something
 * @param edition counts changes of what is said of the pop-up and its gates, not of who comes
 */
public record Sheet(
        AccountId organizer,
        PopUpDetails details,
        TimeWindow window,
        Roll roll,
        Desk desk,
        Door door,
        int sequence,
        long version,
        long edition) {

    static Sheet of(PopUpEvent.PopUpDrafted drafted) {
        return new Sheet(
                drafted.organizer(), drafted.details(), drafted.window(), Roll.EMPTY, Desk.EMPTY, Door.USUAL, 0, 1, 1);
    }

    public Taken taken() {
        return new Taken(
                details.capacity(), roll.sold(), desk.held(), desk.offers().size());
    }

    public Taken taken(TicketKind kind) {
        return new Taken(kind.quota(), roll.sold(kind.id()), desk.held(kind.id()), desk.offered(kind.id()));
    }

    /** What of a kind can be had now: computed from what is taken, never counted down. */
    public int left(TicketKind kind) {
        return Math.min(taken().left(), taken(kind).left());
    }

    public Instant doorsOpen() {
        return window.start().minus(details.timing().doorsEarly());
    }

    /** Tickets of a kind that somebody has, holds, is offered or waits for: one who waits is to get it within the limit. */
    int claims(ParticipantId who, TicketKind kind) {
        var id = kind.id();
        int held = desk.holdOf(who)
                .filter(hold -> hold.kind().equals(id))
                .map(hold -> hold.count())
                .orElse(0);
        boolean offered =
                desk.offerOf(who).filter(offer -> offer.kind().equals(id)).isPresent();
        boolean waits = desk.waitingOf(who).filter(one -> one.kind().equals(id)).isPresent();
        return roll.sold(id, who) + held + (offered || waits ? 1 : 0);
    }

    Sheet described(PopUpDetails details, TimeWindow window) {
        return new Sheet(organizer, details, window, roll, desk, door, sequence, version, edition);
    }

    Sheet sequenced(int sequence) {
        return new Sheet(organizer, details, window, roll, desk, door, sequence, version, edition);
    }

    Sheet enrolled(Roll roll) {
        return new Sheet(organizer, details, window, roll, desk, door, sequence, version, edition);
    }

    Sheet seated(Desk desk) {
        return new Sheet(organizer, details, window, roll, desk, door, sequence, version, edition);
    }

    Sheet guarded(Door door) {
        return new Sheet(organizer, details, window, roll, desk, door, sequence, version, edition);
    }

    Sheet counted(boolean edited) {
        return new Sheet(
                organizer, details, window, roll, desk, door, sequence, version + 1, edited ? edition + 1 : edition);
    }
}
