package downbeat.classes.golden;

import static downbeat.classes.golden.PlanSamples.AT;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.Booking;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.golden.GoldenFilesTest.Family;
import downbeat.classes.participant.domain.Consent;
import downbeat.classes.participant.domain.Participant;
import downbeat.classes.participant.domain.ParticipantCommand;
import downbeat.classes.participant.domain.ParticipantEvent;
import downbeat.classes.participant.domain.ParticipantRefusal;
import downbeat.classes.participant.domain.ParticipantReply;
import downbeat.classes.participant.entity.ParticipantCard;
import downbeat.kernel.Cell;
import downbeat.kernel.ClassId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class ParticipantSamples {
    static final ParticipantId MIA = new ParticipantId("mia");
    private static final ClassId RIDE = new ClassId("ride");
    private static final ClassId ROW = new ClassId("row");
    private static final Cell HOME = Cell.of(new GeoPoint(52.52, 13.405), 7);

    private ParticipantSamples() {}

    static Attendance came() {
        return new Attendance(
                new Booking(MIA, PlaceKind.IN_ROOM, true),
                new MemberOutcome(MIA, true, Duration.ofMillis(1_800_250), 0.75, 12));
    }

    static List<Family> families() {
        return List.of(
                new Family("participant-commands", ParticipantCommand.class, commands()),
                new Family("participant-events", ParticipantEvent.class, events()),
                new Family("participant-states", Participant.class, states()),
                new Family("participant-replies", ParticipantReply.class, List.of(new ParticipantReply.Noted())),
                new Family("participant-refusals", ParticipantRefusal.class, refusals()),
                new Family(
                        "participant-cards",
                        ParticipantCard.class,
                        List.of(new ParticipantCard(
                                "Mia",
                                Optional.of(AT),
                                Map.of(Consent.LOCATION, AT),
                                Optional.of(HOME),
                                List.of(RIDE),
                                3))));
    }

    private static List<ParticipantCommand> commands() {
        return List.of(
                new ParticipantCommand.Register("Mia"),
                new ParticipantCommand.Rename("Mia K."),
                new ParticipantCommand.BecomeMember(),
                new ParticipantCommand.GiveConsent(Consent.HEART_RATE),
                new ParticipantCommand.WithdrawConsent(Consent.NEWS),
                new ParticipantCommand.SetHome(HOME),
                new ParticipantCommand.ForgetHome(),
                new ParticipantCommand.NoteBooking(RIDE, PlaceKind.ONLINE, true),
                new ParticipantCommand.NoteRelease(RIDE),
                new ParticipantCommand.NoteAttendance(RIDE, came()),
                new ParticipantCommand.Together(List.of(
                        new ParticipantCommand.Rename("Mia K."),
                        new ParticipantCommand.GiveConsent(Consent.LOCATION),
                        new ParticipantCommand.SetHome(HOME))));
    }

    private static List<ParticipantEvent> events() {
        return List.of(
                new ParticipantEvent.ParticipantRegistered("Mia", AT),
                new ParticipantEvent.ParticipantRenamed("Mia K.", AT),
                new ParticipantEvent.MembershipBegun(AT),
                new ParticipantEvent.ConsentGiven(Consent.LOCATION, AT),
                new ParticipantEvent.ConsentWithdrawn(Consent.LOCATION, AT),
                new ParticipantEvent.HomeSet(HOME, AT),
                new ParticipantEvent.HomeForgotten(AT),
                new ParticipantEvent.BookingNoted(RIDE, PlaceKind.IN_ROOM, true, AT),
                new ParticipantEvent.BookingReleased(RIDE, AT),
                new ParticipantEvent.AttendanceNoted(RIDE, came(), AT));
    }

    private static List<Participant> states() {
        return List.of(
                new Participant.Unknown(),
                new Participant.Known(
                        "Mia",
                        Optional.of(AT),
                        Map.of(Consent.NEWS, AT),
                        Optional.of(HOME),
                        Map.of(RIDE, new Participant.Held(PlaceKind.ONLINE, true)),
                        Map.of(ROW, came())));
    }

    private static List<ParticipantRefusal> refusals() {
        return List.of(
                new ParticipantRefusal.NoSuchParticipant(),
                new ParticipantRefusal.AlreadyRegistered(),
                new ParticipantRefusal.NeedsConsent(Consent.LOCATION),
                new ParticipantRefusal.TooPrecise(8));
    }
}
