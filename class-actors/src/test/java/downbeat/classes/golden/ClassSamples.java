package downbeat.classes.golden;

import static downbeat.classes.domain.PlaceKind.IN_ROOM;
import static downbeat.classes.domain.PlaceKind.ONLINE;
import static downbeat.classes.golden.ParticipantSamples.MIA;
import static downbeat.classes.golden.ParticipantSamples.came;
import static downbeat.classes.golden.PlanSamples.AT;
import static downbeat.classes.golden.PlanSamples.ROBIN;
import static downbeat.classes.golden.PlanSamples.plan;

import downbeat.classes.domain.Booking;
import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.Fixtures;
import downbeat.classes.domain.LiveClass;
import downbeat.classes.domain.LiveClassCommand;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.LiveClassRefusal;
import downbeat.classes.domain.LiveClassReply;
import downbeat.classes.domain.Offer;
import downbeat.classes.domain.Phase;
import downbeat.classes.domain.Places;
import downbeat.classes.domain.Sheet;
import downbeat.classes.domain.Waiting;
import downbeat.classes.domain.room.Guest;
import downbeat.classes.domain.room.Move;
import downbeat.classes.domain.room.RoomId;
import downbeat.classes.domain.room.RoomTicket;
import downbeat.classes.domain.room.Rooms;
import downbeat.classes.domain.room.Stay;
import downbeat.classes.domain.room.Unnamed;
import downbeat.classes.entity.BookingCard;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.PlaceCount;
import downbeat.classes.golden.GoldenFilesTest.Family;
import downbeat.kernel.ClassId;
import downbeat.kernel.Language;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

final class ClassSamples {
    private static final ClassDetails DETAILS = Fixtures.details(12, 8);
    private static final ClassDetails CHAINED =
            DETAILS.followedBy(new ClassId("c-2")).heldIn(List.of(new Language("de"), new Language("en")));
    private static final TimeWindow WINDOW = new TimeWindow(Fixtures.START, Fixtures.START.plus(DETAILS.length()));
    private static final RoomTicket TICKET = new RoomTicket(new RoomId("u-1"), 7);
    private static final List<Stay> STAYS =
            List.of(new Stay(AT, Optional.of(AT.plusSeconds(600))), new Stay(AT.plusSeconds(900), Optional.empty()));
    private static final LocalDateTime LOCAL = LocalDateTime.parse("2026-10-25T02:30");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private ClassSamples() {}

    static List<Family> families() {
        return List.of(
                new Family("live-class-commands", LiveClassCommand.class, commands()),
                new Family("live-class-events", LiveClassEvent.class, events()),
                new Family("live-class-states", LiveClass.class, states()),
                new Family("live-class-replies", LiveClassReply.class, replies()),
                new Family("live-class-refusals", LiveClassRefusal.class, refusals()),
                new Family("live-class-cards", ClassCard.class, List.of(card())));
    }

    private static List<LiveClassCommand> commands() {
        return List.of(
                new LiveClassCommand.Draft(ROBIN, DETAILS),
                new LiveClassCommand.Edit(CHAINED),
                new LiveClassCommand.Edit(DETAILS),
                new LiveClassCommand.AttachPlan(plan()),
                new LiveClassCommand.Schedule(),
                new LiveClassCommand.OpenLobby(),
                new LiveClassCommand.Begin(),
                new LiveClassCommand.Close(),
                new LiveClassCommand.FinishClass(List.of(came().outcome()), Fixtures.report()),
                new LiveClassCommand.Cancel("ill"),
                new LiveClassCommand.Book(MIA, ONLINE, true),
                new LiveClassCommand.CancelBooking(MIA),
                new LiveClassCommand.AcceptOffer(MIA),
                new LiveClassCommand.DeclineOffer(MIA),
                new LiveClassCommand.SwitchPlace(MIA, IN_ROOM),
                new LiveClassCommand.ComeOnline(MIA, TICKET),
                new LiveClassCommand.GiveUpOnline(MIA, TICKET),
                new LiveClassCommand.StayInRoom(MIA, TICKET),
                new LiveClassCommand.NoteStays(TICKET.room(), MIA, STAYS),
                new LiveClassCommand.CountUnnamed(TICKET.room(), 2));
    }

    private static List<LiveClassEvent> events() {
        return List.of(
                new LiveClassEvent.ClassDrafted(ROBIN, DETAILS, WINDOW, AT),
                new LiveClassEvent.ClassEdited(CHAINED, WINDOW, AT),
                new LiveClassEvent.PlanAttached(plan(), AT),
                new LiveClassEvent.ClassScheduled(AT),
                new LiveClassEvent.LobbyOpened(AT),
                new LiveClassEvent.ClassBegun(AT),
                new LiveClassEvent.ClosingBegun(AT),
                new LiveClassEvent.ClassFinished(List.of(came()), Fixtures.report(), AT),
                new LiveClassEvent.ClassEnded(AT),
                new LiveClassEvent.ClassCancelled("ill", AT),
                new LiveClassEvent.PlaceBooked(MIA, ONLINE, true, AT),
                new LiveClassEvent.BookingCancelled(MIA, ONLINE, AT),
                new LiveClassEvent.PlaceSwitched(MIA, ONLINE, IN_ROOM, AT),
                new LiveClassEvent.WaitingJoined(MIA, IN_ROOM, false, AT),
                new LiveClassEvent.WaitingLeft(MIA, IN_ROOM, AT),
                new LiveClassEvent.PlaceOffered(MIA, IN_ROOM, AT.plusSeconds(900), AT),
                new LiveClassEvent.OfferAccepted(MIA, IN_ROOM, false, AT),
                new LiveClassEvent.OfferDeclined(MIA, IN_ROOM, AT),
                new LiveClassEvent.OfferLapsed(MIA, IN_ROOM, AT),
                new LiveClassEvent.CameOnline(MIA, TICKET, true, AT),
                new LiveClassEvent.StaysNoted(TICKET.room(), MIA, STAYS, AT),
                new LiveClassEvent.UnnamedCounted(TICKET.room(), 2, AT),
                new LiveClassEvent.AttendanceRevised(came(), AT));
    }

    private static Sheet sheet() {
        var places = new Places(
                List.of(new Booking(MIA, ONLINE, true)),
                List.of(new Offer(new ParticipantId("noor"), IN_ROOM, false, AT)),
                List.of(new Waiting(new ParticipantId("kim"), ONLINE, false)));
        return new Sheet(ROBIN, DETAILS, WINDOW, Optional.of(plan()), places, rooms(), 9, 4);
    }

    private static Rooms rooms() {
        return new Rooms(
                List.of(new Guest(TICKET.room(), MIA, STAYS)),
                List.of(new Unnamed(TICKET.room(), 2)),
                List.of(new Move(MIA, TICKET)),
                Optional.of(WINDOW));
    }

    private static List<LiveClass> states() {
        return List.of(
                new LiveClass.Blank(),
                new LiveClass.Draft(sheet()),
                new LiveClass.Scheduled(sheet()),
                new LiveClass.Lobby(sheet(), AT),
                new LiveClass.Live(sheet(), AT),
                new LiveClass.Closing(sheet(), AT, AT),
                new LiveClass.Ended(sheet(), AT, List.of(came()), Optional.of(Fixtures.report())),
                new LiveClass.Cancelled(sheet(), "ill", AT));
    }

    private static List<LiveClassReply> replies() {
        return List.of(
                new LiveClassReply.Done(Phase.LOBBY, 4),
                new LiveClassReply.Placed(ONLINE),
                new LiveClassReply.Queued(IN_ROOM, 2),
                new LiveClassReply.Released(),
                new LiveClassReply.Noted());
    }

    private static List<LiveClassRefusal> refusals() {
        return List.of(
                new LiveClassRefusal.NoSuchClass(),
                new LiveClassRefusal.AlreadyDrafted(),
                new LiveClassRefusal.WrongPhase("begin the class", Phase.LIVE),
                new LiveClassRefusal.ClassIsOver(Phase.ENDED),
                new LiveClassRefusal.StartInPast(AT),
                new LiveClassRefusal.StartDoesNotExist(LOCAL, BERLIN, LOCAL.plusHours(1)),
                new LiveClassRefusal.StartHappensTwice(LOCAL, BERLIN, ZoneOffset.ofHours(2), ZoneOffset.ofHours(1)),
                new LiveClassRefusal.CapacityBelowSold(ONLINE, 3),
                new LiveClassRefusal.FixedBySoldPlaces("price"),
                new LiveClassRefusal.NoSuchPlace(IN_ROOM),
                new LiveClassRefusal.AlreadyBooked(ONLINE),
                new LiveClassRefusal.AlreadyWaiting(ONLINE, 2),
                new LiveClassRefusal.OfferIsOpen(ONLINE, AT),
                new LiveClassRefusal.NotBooked(),
                new LiveClassRefusal.NoOffer(),
                new LiveClassRefusal.NoTrialHere(),
                new LiveClassRefusal.NoPlaceLeft(ONLINE),
                new LiveClassRefusal.CameFromThere());
    }

    private static ClassCard card() {
        var offer = new BookingCard(MIA, IN_ROOM, BookingCard.Status.OFFERED, true, 0, Optional.of(AT));
        return new ClassCard(
                ROBIN,
                DETAILS,
                WINDOW.start(),
                WINDOW.end(),
                Phase.LIVE,
                new PlaceCount(12, 1, 0, 11, 0),
                new PlaceCount(8, 0, 1, 7, 2),
                Optional.of(plan()),
                List.of(offer),
                Optional.of(AT),
                List.of(came()),
                Optional.of(Fixtures.report()),
                Optional.empty(),
                rooms(),
                9,
                4);
    }
}
