package downbeat.web.outbox;

import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpEvent.CameToRoom;
import downbeat.popups.domain.PopUpEvent.DeviceRegistered;
import downbeat.popups.domain.PopUpEvent.DeviceRevoked;
import downbeat.popups.domain.PopUpEvent.DoorsOpened;
import downbeat.popups.domain.PopUpEvent.GatesSet;
import downbeat.popups.domain.PopUpEvent.HoldLapsed;
import downbeat.popups.domain.PopUpEvent.HoldPlaced;
import downbeat.popups.domain.PopUpEvent.HoldReleased;
import downbeat.popups.domain.PopUpEvent.IncidentCleared;
import downbeat.popups.domain.PopUpEvent.IncidentFlagged;
import downbeat.popups.domain.PopUpEvent.OfferAccepted;
import downbeat.popups.domain.PopUpEvent.OfferDeclined;
import downbeat.popups.domain.PopUpEvent.OfferLapsed;
import downbeat.popups.domain.PopUpEvent.PlaceOffered;
import downbeat.popups.domain.PopUpEvent.PlaceReleased;
import downbeat.popups.domain.PopUpEvent.PopUpCancelled;
import downbeat.popups.domain.PopUpEvent.PopUpClosed;
import downbeat.popups.domain.PopUpEvent.PopUpDrafted;
import downbeat.popups.domain.PopUpEvent.PopUpEdited;
import downbeat.popups.domain.PopUpEvent.PopUpMoved;
import downbeat.popups.domain.PopUpEvent.PopUpPublished;
import downbeat.popups.domain.PopUpEvent.ScanRecorded;
import downbeat.popups.domain.PopUpEvent.StrayRecorded;
import downbeat.popups.domain.PopUpEvent.TicketCancelled;
import downbeat.popups.domain.PopUpEvent.TicketRevoked;
import downbeat.popups.domain.PopUpEvent.TicketSettled;
import downbeat.popups.domain.PopUpEvent.TicketTransferred;
import downbeat.popups.domain.PopUpEvent.TicketsSold;
import downbeat.popups.domain.PopUpEvent.WaitingJoined;
import downbeat.popups.domain.PopUpEvent.WaitingLeft;
import downbeat.popups.domain.PopUpEvent.WalkInSold;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.MessageId;
import downbeat.web.outbox.domain.Occasion;
import downbeat.web.outbox.domain.Said;
import downbeat.web.outbox.domain.Topic;
import downbeat.web.outbox.domain.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes to guests what the facts of a pop-up mean for them, exactly once: in the transaction of the fact's position. */
public final class OutboxProjection implements View<PopUpEvent> {
    /** News of a fact that is read later than this, from a long journal or after a long outage, is news to nobody. */
    static final Duration NEWS = Duration.ofDays(2);

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public void apply(Handle db, Recorded<PopUpEvent> fact) {
        var id = new PopUpId(fact.entityId());
        var guests = new GuestList(db, id);
        switch (fact.event()) {
            case PopUpDrafted e ->
                guests.planned(
                        Occasion.of(e.details().title(), e.window(), e.details().place()),
                        e.details().linkedClass().isPresent());
            case PopUpEdited e ->
                guests.changed(
                        Occasion.of(e.details().title(), e.window(), e.details().place()),
                        e.details().linkedClass().isPresent());
            case PopUpPublished e -> guests.phase("PUBLISHED");
            case DoorsOpened e -> guests.phase("DOORS_OPEN");
            case PopUpClosed e -> guests.closed();
            case PopUpMoved e -> moved(db, guests, fact, e);
            case PopUpCancelled e -> cancelled(db, guests, fact, e);
            case WaitingJoined e -> guests.waits(e.participant(), e.at());
            case WaitingLeft e -> guests.waitsNoMore(e.participant());
            case OfferDeclined e -> guests.waitsNoMore(e.participant());
            case PlaceOffered e ->
                tell(
                        db,
                        fact,
                        "",
                        Topic.OFFERED,
                        Wording.offered(guests.occasion(), e.until()),
                        one(e.participant()),
                        e.until());
            case OfferLapsed e -> {
                guests.waitsNoMore(e.participant());
                news(
                        db,
                        guests,
                        fact,
                        Topic.OFFER_LAPSED,
                        Wording.offerLapsed(guests.occasion()),
                        one(e.participant()));
            }
            case OfferAccepted e -> {
                guests.waitsNoMore(e.participant());
                guests.has(e.participant(), e.ticket(), e.at());
                confirmed(db, guests, fact, List.of(e.ticket()), e.participant());
            }
            case TicketsSold e -> {
                e.tickets().forEach(ticket -> guests.has(e.holder(), ticket, e.at()));
                confirmed(db, guests, fact, e.tickets(), e.holder());
            }
            case CameToRoom e -> {
                guests.waitsNoMore(e.holder());
                guests.has(e.holder(), e.ticket(), e.at());
                confirmed(db, guests, fact, List.of(e.ticket()), e.holder());
            }
            case TicketRevoked e -> {
                var said = Wording.revoked(guests.occasion(), e.ticket(), e.reason(), e.refund());
                news(db, guests, fact, Topic.REVOKED, said, guests.holder(e.ticket()));
                guests.hasNoMore(e.ticket());
            }
            case TicketTransferred e -> transferred(db, guests, fact, e);
            case TicketCancelled e -> guests.hasNoMore(e.ticket());
            case PlaceReleased e -> guests.hasNoMore(e.ticket());
            case HoldPlaced e -> {}
            case HoldReleased e -> {}
            case HoldLapsed e -> {}
            case TicketSettled e -> {}
            case GatesSet e -> {}
            case DeviceRegistered e -> {}
            case DeviceRevoked e -> {}
            case WalkInSold e -> {}
            case ScanRecorded e -> {}
            case StrayRecorded e -> {}
            case IncidentFlagged e -> {}
            case IncidentCleared e -> {}
        }
    }

    private static void confirmed(
            Handle db, GuestList guests, Recorded<PopUpEvent> fact, List<TicketId> tickets, ParticipantId holder) {
        var said = inTheRoom(guests, Wording.confirmed(guests.occasion(), tickets));
        news(db, guests, fact, Topic.CONFIRMED, said, one(holder));
    }

    /** Who has a ticket for the room has no place online any more. */
    private static Said inTheRoom(GuestList guests, Said said) {
        return guests.inClass() ? Wording.inTheRoom(said) : said;
    }

    /** The edit before it has already said where it takes place now. How one gets in is said there too, and moves nobody. */
    private static void moved(Handle db, GuestList guests, Recorded<PopUpEvent> fact, PopUpMoved e) {
        var title = guests.occasion().title();
        var before = Occasion.of(title, e.before(), e.from());
        var after = Occasion.of(title, e.after(), e.to());
        if (!before.equals(after)) {
            var until = latest(e.before().end(), e.after().end());
            tell(db, fact, "", Topic.MOVED, Wording.moved(before, after), guests.everybody(), until);
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void cancelled(Handle db, GuestList guests, Recorded<PopUpEvent> fact, PopUpCancelled e) {
        var it = guests.occasion();
        tell(db, fact, "", Topic.CANCELLED, Wording.cancelled(it, e.reason()), guests.everybody(), it.end());
        guests.closed();
        guests.phase("CANCELLED");
    }

    private static void transferred(Handle db, GuestList guests, Recorded<PopUpEvent> fact, TicketTransferred e) {
        guests.hasNoMore(e.ticket());
        guests.has(e.to(), e.ticket(), e.at());
        var it = guests.occasion();
        var until = until(it, e.at());
        tell(db, fact, "from", Topic.TRANSFERRED, Wording.givenAway(it, e.ticket()), one(e.from()), until);
        tell(
                db,
                fact,
                "to",
                Topic.TRANSFERRED,
                inTheRoom(guests, Wording.received(it, e.ticket())),
                one(e.to()),
                until);
    }

    private static void news(
            Handle db,
            GuestList guests,
            Recorded<PopUpEvent> fact,
            Topic topic,
            Said said,
            Collection<ParticipantId> to) {
        tell(
                db,
                fact,
                "",
                topic,
                said,
                to,
                until(guests.occasion(), fact.event().at()));
    }

    private static Instant until(Occasion it, Instant at) {
        var stale = at.plus(NEWS);
        return stale.isBefore(it.end()) ? stale : it.end();
    }

    private static void tell(
            Handle db,
            Recorded<PopUpEvent> fact,
            String part,
            Topic topic,
            Said said,
            Collection<ParticipantId> to,
            Instant until) {
        var popUp = new PopUpId(fact.entityId());
        var id = MessageId.ofFact(popUp, fact.sequence(), part);
        Desk.put(
                db,
                new Message(
                        id, popUp, topic, said, Optional.empty(), fact.event().at(), until),
                to);
    }

    private static List<ParticipantId> one(ParticipantId who) {
        return List.of(who);
    }
}
