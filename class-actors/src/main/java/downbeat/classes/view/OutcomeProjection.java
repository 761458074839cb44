package downbeat.classes.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.LiveClassEvent.AttendanceRevised;
import downbeat.classes.domain.LiveClassEvent.ClassFinished;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.cluster.wire.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the tables {@code class_report} and {@code class_attendance}: written when a class is finished, and of somebody once
 * more when it becomes known late that they were in the room.
 */
public final class OutcomeProjection implements View<LiveClassEvent> {

    @Override
    public String name() {
        return "class-outcomes";
    }

    @Override
    public void apply(Handle db, Recorded<LiveClassEvent> fact) {
        if (fact.event() instanceof ClassFinished finished) {
            report(db, fact.entityId(), finished);
            db.createUpdate("DELETE FROM class_attendance WHERE class_id = :id")
                    .bind("id", fact.entityId())
                    .execute();
            finished.attendances().forEach(each -> attended(db, fact.entityId(), finished.at(), each));
        }
        if (fact.event() instanceof AttendanceRevised revised) {
            revise(db, fact.entityId(), revised.attendance());
        }
    }

    private static void revise(Handle db, String id, Attendance attendance) {
        var ended = db.createQuery("SELECT ended_at FROM class_report WHERE class_id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
        db.createUpdate("DELETE FROM class_attendance WHERE class_id = :id AND participant = :who")
                .bind("id", id)
                .bind("who", attendance.booking().who().value())
                .execute();
        ended.ifPresent(at -> attended(db, id, Instant.ofEpochMilli(at), attendance));
    }

    private static void report(Handle db, String id, ClassFinished finished) {
        db.createUpdate("DELETE FROM class_report WHERE class_id = :id")
                .bind("id", id)
                .execute();
        db.createUpdate("INSERT INTO class_report (class_id, ended_at, report) VALUES (:id, :at, :report)")
                .bind("id", id)
                .bind("at", finished.at().toEpochMilli())
                .bind("report", json(finished))
                .execute();
    }

    private static String json(ClassFinished finished) {
        try {
            return Json.mapper().writeValueAsString(finished.report());
        } catch (JsonProcessingException cannotBeWritten) {
            throw new UncheckedIOException(cannotBeWritten);
        }
    }

    private static void attended(Handle db, String id, Instant endedAt, Attendance attendance) {
        var outcome = attendance.outcome();
        db.createUpdate("INSERT INTO class_attendance (participant, class_id, place, trial, joined, present_ms, share,"
                        + " reps, ended_at) VALUES (:who, :id, :place, :trial, :joined, :present, :share, :reps, :at)")
                .bind("who", attendance.booking().who().value())
                .bind("id", id)
                .bind("place", attendance.booking().place().name())
                .bind("trial", attendance.booking().trial())
                .bind("joined", outcome.joined())
                .bind("present", outcome.present().toMillis())
                .bind("share", outcome.share())
                .bind("reps", outcome.reps())
                .bind("at", endedAt.toEpochMilli())
                .execute();
    }
}
