package downbeat.popups.view;

import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.kernel.Cell;
import downbeat.kernel.TimeWindow;
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
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Keeps the table {@code pop_up_calendar}. */
public final class PopUpCalendarProjection implements View<PopUpEvent> {

    @Override
    public String name() {
        return "pop-up-calendar";
    }

    @Override
    public void apply(Handle db, Recorded<PopUpEvent> fact) {
        var id = fact.entityId();
        switch (fact.event()) {
            case PopUpDrafted e -> drafted(db, id, e);
            case PopUpEdited e -> edited(db, id, e.details().place(), e.window(), e.at());
            case PopUpMoved e -> moved(db, id, e);
            case PopUpPublished e -> published(db, id, e.at());
            case PopUpCancelled e -> cancelled(db, id, e.at());
            case DoorsOpened e -> {}
            case PopUpClosed e -> {}
            case CameToRoom e -> {}
            case HoldPlaced e -> {}
            case HoldReleased e -> {}
            case HoldLapsed e -> {}
            case TicketsSold e -> {}
            case WaitingJoined e -> {}
            case WaitingLeft e -> {}
            case PlaceOffered e -> {}
            case OfferAccepted e -> {}
            case OfferDeclined e -> {}
            case OfferLapsed e -> {}
            case TicketCancelled e -> {}
            case TicketRevoked e -> {}
            case PlaceReleased e -> {}
            case TicketTransferred e -> {}
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

    private static void drafted(Handle db, String id, PopUpDrafted fact) {
        db.createUpdate("DELETE FROM pop_up_calendar WHERE pop_up = :id")
                .bind("id", id)
                .execute();
        db.createUpdate("INSERT INTO pop_up_calendar (pop_up, organizer, phase, around, starts_at, ends_at, changed_at)"
                        + " VALUES (:id, :organizer, 'DRAFT', :around, :start, :end, :at)")
                .bind("id", id)
                .bind("organizer", fact.organizer().value())
                .bind("around", around(fact.details().place()))
                .bind("start", fact.window().start().toEpochMilli())
                .bind("end", fact.window().end().toEpochMilli())
                .bind("at", fact.at().toEpochMilli())
                .execute();
    }

    private static String around(Place place) {
        return Cell.of(place.point(), PopUpCalendar.RESOLUTION).toString();
    }

    private static void edited(Handle db, String id, Place place, TimeWindow window, Instant at) {
        db.createUpdate(
                        "UPDATE pop_up_calendar SET around = :around, starts_at = :start, ends_at = :end, changed_at = :at"
                                + " WHERE pop_up = :id")
                .bind("id", id)
                .bind("around", around(place))
                .bind("start", window.start().toEpochMilli())
                .bind("end", window.end().toEpochMilli())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** The edit before it has said the rest. */
    private static void moved(Handle db, String id, PopUpMoved fact) {
        if (!fact.before().start().equals(fact.after().start())) {
            db.createUpdate("UPDATE pop_up_calendar SET moved_from = :before WHERE pop_up = :id")
                    .bind("id", id)
                    .bind("before", fact.before().start().toEpochMilli())
                    .execute();
        }
    }

    private static void published(Handle db, String id, Instant at) {
        db.createUpdate("UPDATE pop_up_calendar SET phase = 'PUBLISHED', changed_at = :at WHERE pop_up = :id")
                .bind("id", id)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** A draft that is given up was never in a calendar. */
    private static void cancelled(Handle db, String id, Instant at) {
        db.createUpdate("UPDATE pop_up_calendar SET phase = 'CANCELLED', changed_at = :at"
                        + " WHERE pop_up = :id AND phase = 'PUBLISHED'")
                .bind("id", id)
                .bind("at", at.toEpochMilli())
                .execute();
    }
}
