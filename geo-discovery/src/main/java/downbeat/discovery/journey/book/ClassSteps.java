package downbeat.discovery.journey.book;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.LiveClassEvent.AttendanceRevised;
import downbeat.classes.domain.LiveClassEvent.ClassDrafted;
import downbeat.classes.domain.LiveClassEvent.ClassFinished;
import downbeat.classes.domain.PlaceKind;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.discovery.journey.What;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Whoever was there when a class was over has tried it, or took part in its room. */
public final class ClassSteps implements View<LiveClassEvent> {

    @Override
    public String name() {
        return "journey-classes";
    }

    @Override
    public void apply(Handle db, Recorded<LiveClassEvent> fact) {
        var id = fact.entityId();
        if (fact.event() instanceof ClassDrafted drafted) {
            Steps.place(db, id, drafted.trainer(), Optional.empty());
        }
        if (fact.event() instanceof ClassFinished finished) {
            finished.attendances().forEach(each -> attended(db, id, each, finished.at()));
        }
        if (fact.event() instanceof AttendanceRevised revised) {
            attended(db, id, revised.attendance(), revised.at());
        }
    }

    private static void attended(Handle db, String id, Attendance attendance, Instant at) {
        if (attendance.outcome().joined()) {
            var what = attendance.booking().place() == PlaceKind.ONLINE ? What.TRIED : What.TOOK_PART;
            Steps.note(db, attendance.booking().who(), what, id, at);
        }
    }
}
