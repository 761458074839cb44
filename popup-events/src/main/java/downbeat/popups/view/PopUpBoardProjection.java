package downbeat.popups.view;

import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpDetails;
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
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the tables {@code pop_up_board} and {@code pop_up_guest}. */
public final class PopUpBoardProjection implements View<PopUpEvent> {

    @Override
    public String name() {
        return "pop-up-board";
    }

    /** Whoever gets a ticket has held or waited for it, or it was given to them. */
    @Override
    public void apply(Handle db, Recorded<PopUpEvent> fact) {
        var id = fact.entityId();
        switch (fact.event()) {
            case PopUpDrafted e -> drafted(db, id, e);
            case PopUpEdited e -> edited(db, id, e);
            case PopUpPublished e -> phase(db, id, Phase.PUBLISHED);
            case DoorsOpened e -> phase(db, id, Phase.DOORS_OPEN);
            case PopUpClosed e -> phase(db, id, Phase.CLOSED);
            case PopUpCancelled e -> phase(db, id, Phase.CANCELLED);
            case HoldPlaced e -> guest(db, id, e.hold().who());
            case WaitingJoined e -> guest(db, id, e.participant());
            case TicketTransferred e -> guest(db, id, e.to());
            case CameToRoom e -> guest(db, id, e.holder());
            case PopUpMoved e -> {}
            case HoldReleased e -> {}
            case HoldLapsed e -> {}
            case TicketsSold e -> {}
            case WaitingLeft e -> {}
            case PlaceOffered e -> {}
            case OfferAccepted e -> {}
            case OfferDeclined e -> {}
            case OfferLapsed e -> {}
            case TicketCancelled e -> {}
            case TicketRevoked e -> {}
            case PlaceReleased e -> {}
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
        db.createUpdate("DELETE FROM pop_up_board WHERE pop_up = :id")
                .bind("id", id)
                .execute();
        db.createUpdate("INSERT INTO pop_up_board (pop_up, organizer, phase, starts_at, ends_at, class_id)"
                        + " VALUES (:id, :organizer, 'DRAFT', :start, :end, :class)")
                .bind("id", id)
                .bind("organizer", fact.organizer().value())
                .bind("start", fact.window().start().toEpochMilli())
                .bind("end", fact.window().end().toEpochMilli())
                .bind("class", linked(fact.details()))
                .execute();
    }

    private static @Nullable String linked(PopUpDetails details) {
        return details.linkedClass().map(ClassId::value).orElse(null);
    }

    private static void edited(Handle db, String id, PopUpEdited fact) {
        db.createUpdate("UPDATE pop_up_board SET starts_at = :start, ends_at = :end, class_id = :class"
                        + " WHERE pop_up = :id")
                .bind("id", id)
                .bind("start", fact.window().start().toEpochMilli())
                .bind("end", fact.window().end().toEpochMilli())
                .bind("class", linked(fact.details()))
                .execute();
    }

    private static void phase(Handle db, String id, Phase phase) {
        db.createUpdate("UPDATE pop_up_board SET phase = :phase WHERE pop_up = :id")
                .bind("id", id)
                .bind("phase", phase.name())
                .execute();
    }

    private static void guest(Handle db, String id, ParticipantId who) {
        db.createUpdate("DELETE FROM pop_up_guest WHERE participant = :who AND pop_up = :id")
                .bind("who", who.value())
                .bind("id", id)
                .execute();
        db.createUpdate("INSERT INTO pop_up_guest (participant, pop_up) VALUES (:who, :id)")
                .bind("who", who.value())
                .bind("id", id)
                .execute();
    }
}
