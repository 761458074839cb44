package downbeat.drops.reaction;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.PlaceKind;
import downbeat.drops.domain.crowd.Attendee;
import java.util.List;

/** Who took part in a class, as drops see them. */
public final class Crowd {
    private Crowd() {}

    public static List<Attendee> of(List<Attendance> attendances) {
        return attendances.stream().map(Crowd::of).toList();
    }

    /** Any part of a percent counts as one: who came at all is not taken for somebody who did not. */
    private static Attendee of(Attendance attendance) {
        var outcome = attendance.outcome();
        int percent = (int) Math.round(outcome.share() * 100);
        return new Attendee(
                attendance.booking().who(),
                outcome.joined() ? Math.max(1, percent) : 0,
                outcome.reps(),
                attendance.booking().place() == PlaceKind.IN_ROOM,
                attendance.booking().trial());
    }
}
