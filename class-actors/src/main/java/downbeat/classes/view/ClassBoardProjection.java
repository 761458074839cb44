package downbeat.classes.view;

import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.LiveClassEvent.*;
import downbeat.classes.domain.Phase;
import downbeat.classes.domain.PlaceKind;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the tables {@code class_board} and {@code class_place}. */
public final class ClassBoardProjection implements View<LiveClassEvent> {

    @Override
    public String name() {
        return "class-board";
    }

    @Override
    public void apply(Handle db, Recorded<LiveClassEvent> fact) {
        var id = fact.entityId();
        switch (fact.event()) {
            case ClassDrafted e -> {
                drafted(db, id, e);
                described(db, id, e.details(), e.window());
            }
            case ClassEdited e -> described(db, id, e.details(), e.window());
            case PlanAttached e -> {}
            case ClassScheduled e -> phase(db, id, Phase.SCHEDULED);
            case LobbyOpened e -> phase(db, id, Phase.LOBBY);
            case ClassBegun e -> phase(db, id, Phase.LIVE);
            case ClosingBegun e -> over(db, id, Phase.CLOSING);
            case ClassFinished e -> over(db, id, Phase.ENDED);
            case ClassEnded e -> over(db, id, Phase.ENDED);
            case ClassCancelled e -> over(db, id, Phase.CANCELLED);
            case PlaceBooked e -> placed(db, fact, e.participant(), e.place(), "BOOKED", e.trial());
            case WaitingJoined e -> placed(db, fact, e.participant(), e.place(), "WAITING", e.trial());
            case OfferAccepted e -> placed(db, fact, e.participant(), e.place(), "BOOKED", e.trial());
            case PlaceOffered e -> turned(db, id, e.participant(), e.place(), "OFFERED", e.until());
            case PlaceSwitched e -> turned(db, id, e.participant(), e.to(), "BOOKED", null);
            case BookingCancelled e -> left(db, id, e.participant());
            case WaitingLeft e -> left(db, id, e.participant());
            case OfferDeclined e -> left(db, id, e.participant());
            case OfferLapsed e -> left(db, id, e.participant());
            case CameOnline e -> placed(db, fact, e.participant(), PlaceKind.ONLINE, "BOOKED", e.trial());
            case StaysNoted e -> {}
            case UnnamedCounted e -> {}
            case AttendanceRevised e -> {}
        }
    }

    private static void drafted(Handle db, String id, ClassDrafted e) {
        db.createUpdate("DELETE FROM class_board WHERE class_id = :id")
                .bind("id", id)
                .execute();
        db.createUpdate("INSERT INTO class_board (class_id, trainer, title, style, description, phase, starts_at,"
                        + " ends_at, local_start, zone, online_capacity, in_room_capacity, price_minor,"
                        + " price_currency, trial) VALUES (:id, :trainer, '', '', '', 'DRAFT', 0, 0, '', '', 0, 0, 0,"
                        + " '', FALSE)")
                .bind("id", id)
                .bind("trainer", e.trainer().value())
                .execute();
    }

    private static void described(Handle db, String id, ClassDetails details, TimeWindow window) {
        db.createUpdate("UPDATE class_board SET title = :title, style = :style, description = :description,"
                        + " starts_at = :start, ends_at = :end, local_start = :local, zone = :zone,"
                        + " online_capacity = :online, in_room_capacity = :inRoom, price_minor = :minor,"
                        + " price_currency = :currency, trial = :trial WHERE class_id = :id")
                .bind("id", id)
                .bind("title", details.title())
                .bind("style", details.style())
                .bind("description", details.description())
                .bind("start", window.start().toEpochMilli())
                .bind("end", window.end().toEpochMilli())
                .bind("local", details.localStart().toString())
                .bind("zone", details.zone().getId())
                .bind("online", details.onlineCapacity())
                .bind("inRoom", details.inRoomCapacity())
                .bind("minor", details.price().minor())
                .bind("currency", details.price().currency().getCurrencyCode())
                .bind("trial", details.trial())
                .execute();
    }

    private static void phase(Handle db, String id, Phase phase) {
        db.createUpdate("UPDATE class_board SET phase = :phase WHERE class_id = :id")
                .bind("id", id)
                .bind("phase", phase.name())
                .execute();
    }

    /** Once a class is over nobody waits any more. */
    private static void over(Handle db, String id, Phase phase) {
        phase(db, id, phase);
        db.createUpdate("DELETE FROM class_place WHERE class_id = :id AND status <> 'BOOKED'")
                .bind("id", id)
                .execute();
    }

    private static void placed(
            Handle db,
            Recorded<LiveClassEvent> fact,
            ParticipantId who,
            PlaceKind place,
            String status,
            boolean trial) {
        left(db, fact.entityId(), who);
        db.createUpdate("INSERT INTO class_place (class_id, participant, place, status, trial, asked_at, offer_until)"
                        + " VALUES (:id, :who, :place, :status, :trial, :sequence, NULL)")
                .bind("id", fact.entityId())
                .bind("who", who.value())
                .bind("place", place.name())
                .bind("status", status)
                .bind("trial", trial)
                .bind("sequence", fact.sequence())
                .execute();
    }

    private static void turned(
            Handle db, String id, ParticipantId who, PlaceKind place, String status, @Nullable Instant until) {
        db.createUpdate("UPDATE class_place SET place = :place, status = :status, offer_until = CAST(:until AS BIGINT)"
                        + " WHERE class_id = :id AND participant = :who")
                .bind("id", id)
                .bind("who", who.value())
                .bind("place", place.name())
                .bind("status", status)
                .bind("until", until == null ? null : Long.valueOf(until.toEpochMilli()))
                .execute();
    }

    private static void left(Handle db, String id, ParticipantId who) {
        db.createUpdate("DELETE FROM class_place WHERE class_id = :id AND participant = :who")
                .bind("id", id)
                .bind("who", who.value())
                .execute();
    }
}
