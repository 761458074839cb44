package downbeat.classes.domain;

import downbeat.classes.domain.LiveClass.Written;
import downbeat.classes.domain.room.Rooms;
import downbeat.classes.live.report.ClassReport.MemberFigures;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a class for those who had a place in it, and for those who were in a room of it. Being in the room counts as
 * much as being connected; of both at once the longer does, which is never more than was there. Whoever was in the room took
 * part there, whatever place they held.
 */
final class Attending {
    private Attending() {}

    static List<Attendance> of(Written state, Map<ParticipantId, MemberOutcome> outcomes, Instant now) {
        var sheet = state.sheet();
        var rooms = Story.held(state, now).rooms();
        var all = new ArrayList<Attendance>();
        for (var booking : sheet.places().booked()) {
            var device = outcomes.getOrDefault(booking.who(), MemberOutcome.absent(booking.who()));
            all.add(inRoom(rooms, booking, device).orElse(new Attendance(booking, device)));
        }
        for (var who : rooms.seen()) {
            if (sheet.places().bookingOf(who).isEmpty()) {
                var device = outcomes.getOrDefault(who, MemberOutcome.absent(who));
                inRoom(rooms, unbooked(who), device).ifPresent(all::add);
            }
        }
        return all;
    }

    /**
     * The outcome of one person as it is with all that is known of the room now.
     *
     * @return empty for somebody who neither had a place nor was in the room
     */
    static Optional<Attendance> revised(LiveClass.Ended ended, ParticipantId who) {
        var rooms = ended.sheet().rooms();
        var before = ended.attendances().stream()
                .filter(one -> one.booking().who().equals(who))
                .findFirst();
        var device = device(ended, who, before.map(one -> one.outcome().reps()).orElse(0));
        var booking = ended.sheet().places().bookingOf(who);
        return inRoom(rooms, booking.orElse(unbooked(who)), device)
                .or(() -> booking.map(held -> new Attendance(held, device)))
                .or(() -> before.map(gone -> new Attendance(gone.booking(), device)));
    }

    /** What the live plane saw of somebody, which the report has. */
    private static MemberOutcome device(LiveClass.Ended ended, ParticipantId who, int reps) {
        return ended.report().stream()
                .flatMap(report -> report.members().stream())
                .filter(member -> member.member().equals(who))
                .findFirst()
                .map((MemberFigures seen) -> new MemberOutcome(who, true, seen.present(), seen.share(), reps))
                .orElse(MemberOutcome.absent(who));
    }

    private static Optional<Attendance> inRoom(Rooms rooms, Booking booking, MemberOutcome device) {
        var time = rooms.time(booking.who());
        var length = rooms.held().map(held -> held.length()).orElse(Duration.ZERO);
        if (time.isZero() || length.isZero()) {
            return Optional.empty();
        }
        double share = Math.min(1, (double) time.toMillis() / length.toMillis());
        var present = time.compareTo(device.present()) > 0 ? time : device.present();
        var outcome = new MemberOutcome(booking.who(), true, present, Math.max(share, device.share()), device.reps());
        return Optional.of(new Attendance(new Booking(booking.who(), PlaceKind.IN_ROOM, booking.trial()), outcome));
    }

    private static Booking unbooked(ParticipantId who) {
        return new Booking(who, PlaceKind.IN_ROOM, false);
    }
}
