package downbeat.discovery.journey.book;

import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.discovery.journey.Step;
import downbeat.discovery.journey.What;
import downbeat.kernel.Cell;
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
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who has a ticket of a pop-up, and who was let in on one. Whoever buys at the door is nobody known. */
public final class PopUpSteps implements View<PopUpEvent> {

    @Override
    public String name() {
        return "journey-pop-ups";
    }

    @Override
    public void apply(Handle db, Recorded<PopUpEvent> fact) {
        var id = fact.entityId();
        switch (fact.event()) {
            case PopUpDrafted e ->
                Steps.place(db, id, e.organizer(), Optional.of(cell(e.details().place())));
            case PopUpEdited e -> Steps.move(db, id, cell(e.details().place()));
            case TicketsSold e -> sold(db, id, e.holder(), e.tickets(), e.at());
            case OfferAccepted e -> sold(db, id, e.participant(), List.of(e.ticket()), e.at());
            case CameToRoom e -> sold(db, id, e.holder(), List.of(e.ticket()), e.at());
            case TicketTransferred e -> {
                given(db, id, e.ticket());
                sold(db, id, e.to(), List.of(e.ticket()), e.at());
            }
            case TicketCancelled e -> given(db, id, e.ticket());
            case TicketRevoked e -> given(db, id, e.ticket());
            case PlaceReleased e -> given(db, id, e.ticket());
            case ScanRecorded e -> {
                if (e.scan().admittedEntry()) {
                    holder(db, id, e.ticket())
                            .ifPresent(who -> Steps.note(
                                    db, who, What.CHECKED_IN, id, e.scan().at()));
                }
            }
            case PopUpMoved e -> {}
            case PopUpPublished e -> {}
            case DoorsOpened e -> {}
            case PopUpClosed e -> {}
            case PopUpCancelled e -> {}
            case HoldPlaced e -> {}
            case HoldReleased e -> {}
            case HoldLapsed e -> {}
            case WaitingJoined e -> {}
            case WaitingLeft e -> {}
            case PlaceOffered e -> {}
            case OfferDeclined e -> {}
            case OfferLapsed e -> {}
            case TicketSettled e -> {}
            case GatesSet e -> {}
            case DeviceRegistered e -> {}
            case DeviceRevoked e -> {}
            case WalkInSold e -> {}
            case StrayRecorded e -> {}
            case IncidentFlagged e -> {}
            case IncidentCleared e -> {}
        }
    }

    private static String cell(Place place) {
        return Cell.of(place.point(), Step.RESOLUTION).toString();
    }

    private static void sold(Handle db, String id, ParticipantId holder, List<TicketId> tickets, Instant at) {
        for (var ticket : tickets) {
            drop(db, id, ticket);
            db.createUpdate("INSERT INTO journey_ticket (pop_up, ticket, holder) VALUES (:id, :ticket, :holder)")
                    .bind("id", id)
                    .bind("ticket", ticket.value())
                    .bind("holder", holder.value())
                    .execute();
        }
        Steps.note(db, holder, What.BOOKED, id, at);
    }

    private static void drop(Handle db, String id, TicketId ticket) {
        db.createUpdate("DELETE FROM journey_ticket WHERE pop_up = :id AND ticket = :ticket")
                .bind("id", id)
                .bind("ticket", ticket.value())
                .execute();
    }

    /** Given away or back: whoever has none left has not booked. */
    private static void given(Handle db, String id, TicketId ticket) {
        holder(db, id, ticket).ifPresent(who -> {
            drop(db, id, ticket);
            if (!hasOne(db, id, who)) {
                Steps.forget(db, who, What.BOOKED, id);
            }
        });
    }

    private static boolean hasOne(Handle db, String id, ParticipantId who) {
        return db.createQuery("SELECT COUNT(*) FROM journey_ticket WHERE pop_up = :id AND holder = :holder")
                        .bind("id", id)
                        .bind("holder", who.value())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static Optional<ParticipantId> holder(Handle db, String id, TicketId ticket) {
        return db.createQuery("SELECT holder FROM journey_ticket WHERE pop_up = :id AND ticket = :ticket")
                .bind("id", id)
                .bind("ticket", ticket.value())
                .mapTo(String.class)
                .findOne()
                .map(ParticipantId::new);
    }
}
