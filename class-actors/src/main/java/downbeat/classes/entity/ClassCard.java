package downbeat.classes.entity;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.Phase;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.domain.room.Rooms;
import downbeat.classes.live.report.ClassReport;
import downbeat.classes.plan.CuePlan;
import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a class shows of itself. Not everything in it is for everybody: bookings are for the trainer, and each for its
 * owner; a draft is for its trainer.
 *
 * @param start when it begins by the timetable
 * @param begunAt when it really began; empty before, and after the end
 * @param report once the class is over and its outcome known
 * @param rooms in which the class is followed, and who is there
 * @param cancelReason only of a cancelled class
 * @param version counts every fact: the whole card is the same when it is the same
 * @param edition counts changes of what is said of the class; hand it back with an edit
 */
public record ClassCard(
        AccountId trainer,
        ClassDetails details,
        Instant start,
        Instant end,
        Phase phase,
        PlaceCount online,
        PlaceCount inRoom,
        Optional<CuePlan> plan,
        List<BookingCard> bookings,
        Optional<Instant> begunAt,
        List<Attendance> attendances,
        Optional<ClassReport> report,
        Optional<String> cancelReason,
        Rooms rooms,
        long version,
        long edition) {
    @SuppressWarnings("NullAway") // a node from before there were rooms tells none
    public ClassCard {
        rooms = rooms == null ? Rooms.NONE : rooms;
        bookings = List.copyOf(bookings);
        attendances = List.copyOf(attendances);
    }

    /** Of what is said of the class; hand it back with an edit. */
    public Version said() {
        return Version.of(edition);
    }

    public PlaceCount places(PlaceKind place) {
        return switch (place) {
            case ONLINE -> online;
            case IN_ROOM -> inRoom;
        };
    }

    /** What this person has of the class: nobody has two things. */
    public Optional<BookingCard> bookingOf(ParticipantId participant) {
        return bookings.stream()
                .filter(booking -> booking.participant().equals(participant))
                .findFirst();
    }

    /** Whether this person holds a place or is in the room, and so may come in with a device. */
    public boolean admits(ParticipantId participant) {
        return bookingOf(participant)
                        .filter(booking -> booking.status() == BookingCard.Status.BOOKED)
                        .isPresent()
                || rooms.inside(participant);
    }
}
