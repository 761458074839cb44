package downbeat.classes.domain;

import downbeat.classes.domain.room.RoomId;
import downbeat.classes.domain.room.RoomTicket;
import downbeat.classes.domain.room.Stay;
import downbeat.classes.live.report.ClassReport;
import downbeat.classes.plan.CuePlan;
import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import java.time.Instant;
import java.util.List;

/** Everything that can happen to a class. Stored for good: add, never change. */
public sealed interface LiveClassEvent {
    Instant at();

    /** @param window when the class takes place, worked out from the local start once and for all */
    record ClassDrafted(AccountId trainer, ClassDetails details, TimeWindow window, Instant at)
            implements LiveClassEvent {}

    record ClassEdited(ClassDetails details, TimeWindow window, Instant at) implements LiveClassEvent {}

    record PlanAttached(CuePlan plan, Instant at) implements LiveClassEvent {}

    record ClassScheduled(Instant at) implements LiveClassEvent {}

    record LobbyOpened(Instant at) implements LiveClassEvent {}

    record ClassBegun(Instant at) implements LiveClassEvent {}

    record ClosingBegun(Instant at) implements LiveClassEvent {}

    /** The class is over and its outcome known. */
    record ClassFinished(List<Attendance> attendances, ClassReport report, Instant at) implements LiveClassEvent {
        public ClassFinished {
            attendances = List.copyOf(attendances);
        }
    }

    /** The class is over because its time was; the outcome may follow. */
    record ClassEnded(Instant at) implements LiveClassEvent {}

    record ClassCancelled(String reason, Instant at) implements LiveClassEvent {}

    record PlaceBooked(ParticipantId participant, PlaceKind place, boolean trial, Instant at)
            implements LiveClassEvent {}

    record BookingCancelled(ParticipantId participant, PlaceKind place, Instant at) implements LiveClassEvent {}

    record PlaceSwitched(ParticipantId participant, PlaceKind from, PlaceKind to, Instant at)
            implements LiveClassEvent {}

    record WaitingJoined(ParticipantId participant, PlaceKind place, boolean trial, Instant at)
            implements LiveClassEvent {}

    record WaitingLeft(ParticipantId participant, PlaceKind place, Instant at) implements LiveClassEvent {}

    record PlaceOffered(ParticipantId participant, PlaceKind place, Instant until, Instant at)
            implements LiveClassEvent {}

    record OfferAccepted(ParticipantId participant, PlaceKind place, boolean trial, Instant at)
            implements LiveClassEvent {}

    record OfferDeclined(ParticipantId participant, PlaceKind place, Instant at) implements LiveClassEvent {}

    record OfferLapsed(ParticipantId participant, PlaceKind place, Instant at) implements LiveClassEvent {}

    /** A place online is theirs, and the one in the room is to be given up. */
    record CameOnline(ParticipantId participant, RoomTicket instead, boolean trial, Instant at)
            implements LiveClassEvent {}

    /** @param stays all that is known now of when they were in the room */
    record StaysNoted(RoomId room, ParticipantId participant, List<Stay> stays, Instant at) implements LiveClassEvent {
        public StaysNoted {
            stays = List.copyOf(stays);
        }
    }

    record UnnamedCounted(RoomId room, int inside, Instant at) implements LiveClassEvent {}

    /** What became known of a room after the end says something else of somebody than the outcome did. */
    record AttendanceRevised(Attendance attendance, Instant at) implements LiveClassEvent {}
}
