package downbeat.drops.view;

import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.DropEvent;
import downbeat.drops.domain.DropEvent.*;
import downbeat.drops.domain.Phase;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Status;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Keeps the tables {@code drop_board}, {@code drop_point}, {@code drop_claim} and {@code drop_crowd}. */
public final class DropBoardProjection implements View<DropEvent> {

    @Override
    public String name() {
        return "drop-board";
    }

    @Override
    public void apply(Handle db, Recorded<DropEvent> fact) {
        var id = fact.entityId();
        switch (fact.event()) {
            case DropComposed e -> composed(db, id, e);
            case DropEdited e -> described(db, id, e.details());
            case DropAnnounced e -> phase(db, id, Phase.ANNOUNCED);
            case DropOpened e -> phase(db, id, Phase.OPEN);
            case DropClosed e -> phase(db, id, Phase.CLOSED);
            case DropCancelled e -> phase(db, id, Phase.CANCELLED);
            case LineEntered e -> member(db, id, e.who());
            case WaitingJoined e -> member(db, id, e.waiting().who());
            case ClaimHeld e -> claimed(db, id, e.claim(), e.who(), Status.HELD, e.at());
            case BundleClaimed e -> claimed(db, id, e.claim(), e.who(), Status.CONFIRMED, e.at());
            case UnitsOffered e -> claimed(db, id, e.claim(), e.who(), Status.OFFERED, e.at());
            case OfferAccepted e ->
                status(db, id, e.claim(), e.heldUntil().isPresent() ? Status.HELD : Status.CONFIRMED);
            case ClaimPaid e -> status(db, id, e.claim(), Status.CONFIRMED);
            case ClaimReleased e -> status(db, id, e.claim(), Status.RELEASED);
            case ClaimsMadeReady e -> e.claims().forEach(claim -> status(db, id, claim, Status.READY));
            case ClaimHandedOver e -> status(db, id, e.claim(), Status.HANDED_OVER);
            case ClaimRehomed e -> status(db, id, e.claim(), Status.CONFIRMED);
            case AttendanceNoted e -> {}
            case ComponentRestocked e -> {}
            case PointClosed e -> {}
            case PointMoved e -> {}
            case WaitingLeft e -> {}
            case HandoverDisputed e -> {}
        }
    }

    private static void composed(Handle db, String id, DropComposed fact) {
        db.createUpdate("DELETE FROM drop_board WHERE drop_id = :id")
                .bind("id", id)
                .execute();
        db.createUpdate("INSERT INTO drop_board (drop_id, trainer, phase, composed_at)"
                        + " VALUES (:id, :trainer, 'DRAFT', :at)")
                .bind("id", id)
                .bind("trainer", fact.trainer().value())
                .bind("at", fact.at().toEpochMilli())
                .execute();
        described(db, id, fact.details());
    }

    private static void described(Handle db, String id, DropDetails details) {
        db.createUpdate("UPDATE drop_board SET class_id = :class WHERE drop_id = :id")
                .bind("id", id)
                .bind("class", details.linkedClass().map(ClassId::value).orElse(null))
                .execute();
        db.createUpdate("DELETE FROM drop_point WHERE drop_id = :id")
                .bind("id", id)
                .execute();
        details.points()
                .forEach(point -> db.createUpdate("INSERT INTO drop_point (point, drop_id) VALUES (:point, :id)")
                        .bind("point", point.id().value())
                        .bind("id", id)
                        .execute());
    }

    private static void phase(Handle db, String id, Phase phase) {
        db.createUpdate("UPDATE drop_board SET phase = :phase WHERE drop_id = :id")
                .bind("id", id)
                .bind("phase", phase.name())
                .execute();
    }

    private static void claimed(Handle db, String id, ClaimId claim, ParticipantId who, Status status, Instant at) {
        db.createUpdate("DELETE FROM drop_claim WHERE drop_id = :id AND claim = :claim")
                .bind("id", id)
                .bind("claim", claim.number())
                .execute();
        db.createUpdate("INSERT INTO drop_claim (drop_id, claim, participant, status, claimed_at)"
                        + " VALUES (:id, :claim, :who, :status, :at)")
                .bind("id", id)
                .bind("claim", claim.number())
                .bind("who", who.value())
                .bind("status", status.name())
                .bind("at", at.toEpochMilli())
                .execute();
        member(db, id, who);
    }

    /** What is partly handed over counts as handed over. */
    private static void status(Handle db, String id, ClaimId claim, Status status) {
        db.createUpdate("UPDATE drop_claim SET status = :status WHERE drop_id = :id AND claim = :claim"
                        + " AND status <> 'HANDED_OVER'")
                .bind("id", id)
                .bind("claim", claim.number())
                .bind("status", status.name())
                .execute();
    }

    private static void member(Handle db, String id, ParticipantId who) {
        db.createUpdate("DELETE FROM drop_crowd WHERE participant = :who AND drop_id = :id")
                .bind("who", who.value())
                .bind("id", id)
                .execute();
        db.createUpdate("INSERT INTO drop_crowd (participant, drop_id) VALUES (:who, :id)")
                .bind("who", who.value())
                .bind("id", id)
                .execute();
    }
}
