package downbeat.popups.golden;

import static downbeat.popups.domain.Fixtures.*;

import downbeat.kernel.ClassId;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.CancellationPolicy;
import downbeat.popups.domain.DoorRefusal;
import downbeat.popups.domain.LifeRefusal;
import downbeat.popups.domain.OfflineScan;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUp;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpRefusal;
import downbeat.popups.domain.PopUpReply;
import downbeat.popups.domain.SaleRefusal;
import downbeat.popups.domain.Sheet;
import downbeat.popups.domain.TicketRefusal;
import downbeat.popups.domain.UploadAnswer;
import downbeat.popups.domain.Verdict;
import downbeat.popups.domain.door.Device;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Door;
import downbeat.popups.domain.door.Earlier;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.Incident;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Scan;
import downbeat.popups.domain.door.Scans;
import downbeat.popups.domain.door.Stray;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.ticket.Desk;
import downbeat.popups.domain.ticket.Hold;
import downbeat.popups.domain.ticket.Offer;
import downbeat.popups.domain.ticket.Roll;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.Ticket;
import downbeat.popups.domain.ticket.Validity;
import downbeat.popups.domain.ticket.Waiting;
import downbeat.popups.entity.DoorCard;
import downbeat.popups.entity.GateCard;
import downbeat.popups.entity.KindCard;
import downbeat.popups.entity.PassageCount;
import downbeat.popups.entity.PlaceCard;
import downbeat.popups.entity.PlaceCount;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.StayCard;
import downbeat.popups.entity.TicketCard;
import downbeat.popups.golden.GoldenFilesTest.Family;
import downbeat.popups.series.domain.Series;
import downbeat.popups.series.domain.SeriesCommand;
import downbeat.popups.series.domain.SeriesEvent;
import downbeat.popups.series.domain.SeriesRefusal;
import downbeat.popups.series.domain.SeriesReply;
import downbeat.popups.series.entity.SeriesCard;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

final class PopUpSamples {
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00.123Z");
    private static final TimeWindow WINDOW = new TimeWindow(START, END);
    private static final LocalDateTime LOCAL = LocalDateTime.parse("2026-10-25T02:30");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final TicketKind TRYING =
            new TicketKind(TRIAL, "Probestunde", Category.TRIAL, 3, Money.of(100, "EUR"), Optional.of(WINDOW), 1);
    private static final PopUpDetails DETAILS = new PopUpDetails(
            "Evening ride",
            "Größe egal",
            "Rides of Prenzlauer Berg",
            place("Stadtbad"),
            at("2026-12-01T18:00"),
            12,
            List.of(standard(10), TRYING),
            new CancellationPolicy(Duration.ofDays(1), 50),
            Optional.of(new ClassId("c-1")),
            List.of(new Language("de")));
    private static final Gate SIDE =
            new Gate(NORTH, "North", true, false, true, List.of(STANDARD), Optional.of(WINDOW));
    private static final Hold HELD = new Hold(HOLD, ANNA, STANDARD, 2, PRICE, AT.plusSeconds(600));
    private static final Scan ONLINE =
            new Scan(nonce("n-1"), MAIN, PHONE, Direction.ENTRY, AT, 1, Reason.OK, false, Optional.empty());
    private static final Scan OFFLINE = new Scan(
            nonce("n-2"), NORTH, TABLET, Direction.EXIT, AT, 2, Reason.OVERRIDDEN, true, Optional.of(SUPERVISED));
    private static final Stray STRAY = new Stray(nonce("n-3"), MAIN, PHONE, AT, Reason.FORGED);

    private PopUpSamples() {}

    static List<Family> families() {
        return List.of(
                new Family("pop-up-commands", PopUpCommand.class, commands()),
                new Family("pop-up-events", PopUpEvent.class, events()),
                new Family("pop-up-states", PopUp.class, states()),
                new Family("pop-up-replies", PopUpReply.class, replies()),
                new Family("pop-up-refusals", PopUpRefusal.class, refusals()),
                new Family("pop-up-cards", PopUpCard.class, List.of(card())),
                new Family("series-commands", SeriesCommand.class, SeriesSamples.commands()),
                new Family("series-events", SeriesEvent.class, SeriesSamples.events()),
                new Family("series-states", Series.class, SeriesSamples.states()),
                new Family("series-replies", SeriesReply.class, SeriesSamples.replies()),
                new Family("series-refusals", SeriesRefusal.class, SeriesSamples.refusals()),
                new Family("series-cards", SeriesCard.class, SeriesSamples.cards()));
    }

    private static List<PopUpCommand> commands() {
        var offline = new OfflineScan(
                nonce("n-2"),
                Optional.of(ticket(7)),
                2,
                NORTH,
                TABLET,
                Direction.EXIT,
                AT,
                Reason.OVERRIDDEN,
                Optional.of(SUPERVISED));
        var forged = new OfflineScan(
                nonce("n-3"), Optional.empty(), 0, MAIN, PHONE, Direction.ENTRY, AT, Reason.FORGED, Optional.empty());
        return List.of(
                new PopUpCommand.Draft(ORGANIZER, DETAILS),
                new PopUpCommand.Edit(DETAILS),
                new PopUpCommand.Publish(),
                new PopUpCommand.OpenDoors(),
                new PopUpCommand.Close(),
                new PopUpCommand.Cancel("rain"),
                new PopUpCommand.PlaceHold(HOLD, ANNA, Standing.GUEST, STANDARD, 2),
                new PopUpCommand.Confirm(HOLD, ANNA, true),
                new PopUpCommand.ReleaseHold(HOLD, ANNA),
                new PopUpCommand.JoinWaiting(BEN, Standing.MEMBER, STANDARD),
                new PopUpCommand.LeaveWaiting(BEN),
                new PopUpCommand.AcceptOffer(BEN, false),
                new PopUpCommand.DeclineOffer(BEN),
                new PopUpCommand.CancelTicket(ticket(7), ANNA),
                new PopUpCommand.RevokeTicket(ticket(7), "fraud"),
                new PopUpCommand.ComeToRoom(ANNA, Standing.MEMBER, STANDARD, new ClassId("c-1")),
                new PopUpCommand.LeaveRoom(ticket(7), ANNA),
                new PopUpCommand.Transfer(ticket(7), ANNA, BEN, Standing.STAFF),
                new PopUpCommand.Settle(ticket(7)),
                new PopUpCommand.SetGates(List.of(Gate.main(), SIDE)),
                new PopUpCommand.RegisterDevice(PHONE, "Phone of Kim"),
                new PopUpCommand.RevokeDevice(PHONE),
                new PopUpCommand.ScanPass(
                        nonce("n-1"), ticket(7), 1, MAIN, PHONE, Direction.ENTRY, Optional.of(SUPERVISED)),
                new PopUpCommand.TurnAway(nonce("n-3"), MAIN, PHONE, Reason.FORGED),
                new PopUpCommand.WalkIn(nonce("n-4"), STANDARD, true, MAIN, PHONE, Optional.empty()),
                new PopUpCommand.UploadScans(List.of(offline, forged)));
    }

    private static List<PopUpEvent> events() {
        return List.of(
                new PopUpEvent.PopUpDrafted(ORGANIZER, DETAILS, WINDOW, AT),
                new PopUpEvent.PopUpEdited(DETAILS, WINDOW, AT),
                new PopUpEvent.PopUpMoved(place("Turnhalle"), place("Stadtbad"), WINDOW, WINDOW, 1, AT),
                new PopUpEvent.PopUpPublished(AT),
                new PopUpEvent.DoorsOpened(AT),
                new PopUpEvent.PopUpClosed(AT),
                new PopUpEvent.PopUpCancelled("rain", 2, AT),
                new PopUpEvent.HoldPlaced(HELD, AT),
                new PopUpEvent.HoldReleased(HOLD, AT),
                new PopUpEvent.HoldLapsed(HOLD, AT),
                new PopUpEvent.TicketsSold(
                        HOLD, ANNA, STANDARD, List.of(ticket(6), ticket(7)), PRICE, Settlement.PAID, AT),
                new PopUpEvent.WaitingJoined(BEN, STANDARD, AT),
                new PopUpEvent.WaitingLeft(BEN, STANDARD, AT),
                new PopUpEvent.PlaceOffered(BEN, STANDARD, AT.plusSeconds(900), AT),
                new PopUpEvent.OfferAccepted(BEN, STANDARD, ticket(8), PRICE, Settlement.DUE_AT_DOOR, AT),
                new PopUpEvent.OfferDeclined(BEN, STANDARD, AT),
                new PopUpEvent.OfferLapsed(BEN, STANDARD, AT),
                new PopUpEvent.TicketCancelled(ticket(7), true, Money.of(450, "EUR"), AT),
                new PopUpEvent.TicketRevoked(ticket(7), "fraud", PRICE, AT),
                new PopUpEvent.PlaceReleased(ticket(7), ANNA, AT),
                new PopUpEvent.CameToRoom(
                        ticket(9), ANNA, STANDARD, PRICE, Settlement.DUE_AT_DOOR, new ClassId("c-1"), AT),
                new PopUpEvent.TicketTransferred(ticket(7), ANNA, BEN, 2, AT),
                new PopUpEvent.TicketSettled(ticket(8), AT),
                new PopUpEvent.GatesSet(List.of(Gate.main(), SIDE), AT),
                new PopUpEvent.DeviceRegistered(PHONE, "Phone of Kim", AT),
                new PopUpEvent.DeviceRevoked(PHONE, AT),
                new PopUpEvent.WalkInSold(ticket(9), STANDARD, PRICE, Settlement.PAID, Optional.of(SUPERVISED), AT),
                new PopUpEvent.WalkInSold(ticket(9), STANDARD, PRICE, Settlement.PAID, Optional.empty(), AT),
                new PopUpEvent.ScanRecorded(ticket(7), ONLINE, AT),
                new PopUpEvent.ScanRecorded(ticket(7), OFFLINE, AT),
                new PopUpEvent.StrayRecorded(STRAY, AT),
                new PopUpEvent.IncidentFlagged(ticket(7), List.of(Incident.DOUBLE_ADMISSION, Incident.VOID_TICKET), AT),
                new PopUpEvent.IncidentCleared(ticket(7), AT));
    }

    private static Sheet sheet() {
        var valid = Ticket.sold(ticket(1), STANDARD, Optional.of(ANNA), PRICE, Settlement.PAID, AT);
        var walkIn = new Ticket(
                ticket(2),
                STANDARD,
                Optional.empty(),
                PRICE,
                Settlement.DUE_AT_DOOR,
                2,
                AT,
                Validity.REVOKED,
                Optional.of(AT),
                Optional.of("Bought twice"),
                true,
                new Scans(List.of(ONLINE, OFFLINE)));
        var desk = new Desk(
                List.of(HELD),
                List.of(new Offer(BEN, STANDARD, AT.plusSeconds(900))),
                List.of(new Waiting(CLEO, TRIAL)));
        var door = new Door(
                List.of(Gate.main(), SIDE),
                List.of(
                        new Device(PHONE, "Phone of Kim", Optional.empty()),
                        new Device(TABLET, "Tablet", Optional.of(AT))),
                List.of(STRAY));
        return new Sheet(ORGANIZER, DETAILS, WINDOW, Roll.EMPTY.add(valid).add(walkIn), desk, door, 2, 17, 5);
    }

    private static List<PopUp> states() {
        return List.of(
                new PopUp.Blank(),
                new PopUp.Draft(sheet()),
                new PopUp.Published(sheet()),
                new PopUp.DoorsOpen(sheet(), AT),
                new PopUp.Closed(sheet(), AT),
                new PopUp.Cancelled(sheet(), "rain", AT));
    }

    private static List<PopUpReply> replies() {
        var verdict = new Verdict(
                Reason.ALREADY_INSIDE,
                Optional.of(ticket(7)),
                Optional.of(STANDARD),
                Optional.of(new Earlier(AT, MAIN, PHONE, 1, 2)),
                Optional.of(PRICE));
        return List.of(
                new PopUpReply.Done(Phase.PUBLISHED, 1, 4),
                new PopUpReply.Held(HOLD, STANDARD, 2, Money.of(1800, "EUR"), AT),
                new PopUpReply.Sold(List.of(ticket(6), ticket(7))),
                new PopUpReply.Queued(STANDARD, 2),
                new PopUpReply.Released(),
                new PopUpReply.TicketVoid(true, Money.of(450, "EUR")),
                new PopUpReply.Transferred(ticket(7), 2),
                new PopUpReply.Judged(verdict),
                new PopUpReply.Uploaded(List.of(
                        new UploadAnswer(nonce("n-2"), UploadAnswer.Fate.KEPT),
                        new UploadAnswer(nonce("n-3"), UploadAnswer.Fate.DEVICE_REVOKED))));
    }

    static List<PopUpRefusal> refusals() {
        return List.of(
                new LifeRefusal.NoSuchPopUp(),
                new LifeRefusal.AlreadyDrafted(),
                new LifeRefusal.WrongPhase("open the doors", Phase.DRAFT),
                new LifeRefusal.PopUpIsOver(Phase.CLOSED),
                new LifeRefusal.StartInPast(AT),
                new LifeRefusal.EndInPast(AT),
                new LifeRefusal.StartDoesNotExist(LOCAL, BERLIN, LOCAL.plusHours(1)),
                new LifeRefusal.StartHappensTwice(LOCAL, BERLIN, ZoneOffset.ofHours(2), ZoneOffset.ofHours(1)),
                new LifeRefusal.StartFixedByOpenDoors(),
                new LifeRefusal.CapacityBelowSold(3),
                new LifeRefusal.QuotaBelowSold(STANDARD, 0, 3),
                new LifeRefusal.KindIsTaken(STANDARD),
                new SaleRefusal.NoSuchKind(STANDARD),
                new SaleRefusal.NotForYou(MEMBERS, Category.MEMBER),
                new SaleRefusal.NotYetOnSale(STANDARD, AT),
                new SaleRefusal.NoLongerOnSale(STANDARD, AT),
                new SaleRefusal.OverLimit(STANDARD, 4),
                new SaleRefusal.HoldIsOpen(HOLD, AT),
                new SaleRefusal.HoldIsTaken(HOLD),
                new SaleRefusal.OfferIsOpen(STANDARD, AT),
                new SaleRefusal.AlreadyWaiting(STANDARD, 2),
                new SaleRefusal.NotEnoughLeft(STANDARD, 1),
                new SaleRefusal.AllHeld(STANDARD, AT, 2),
                new SaleRefusal.SoldOut(STANDARD, 2),
                new SaleRefusal.PlacesAreFree(STANDARD, 1),
                new SaleRefusal.WaitingListFull(10_000),
                new SaleRefusal.RollIsFull(50_000),
                new SaleRefusal.NoHold(),
                new SaleRefusal.NoOffer(),
                new SaleRefusal.NotWaiting(),
                new TicketRefusal.NoSuchTicket(ticket(7)),
                new TicketRefusal.TicketIsVoid(Validity.CANCELLED),
                new TicketRefusal.TooLateToCancel(AT),
                new TicketRefusal.TicketIsUsed(),
                new TicketRefusal.StillInside(),
                new TicketRefusal.SameHolder(),
                new TicketRefusal.NothingDue(),
                new TicketRefusal.NoPlaceHere(),
                new DoorRefusal.GateIsUsed(MAIN),
                new DoorRefusal.UnknownKindAtGate(MEMBERS, 1),
                new DoorRefusal.NoSuchGate(NORTH),
                new DoorRefusal.TooManyScans(ticket(7), 500),
                new DoorRefusal.NotThroughThisGate(NORTH, Reason.WRONG_GATE),
                new DoorRefusal.DeviceIsRegistered(PHONE),
                new DoorRefusal.TooManyDevices(200),
                new DoorRefusal.NoSuchDevice(PHONE),
                new DoorRefusal.DeviceIsRevoked(PHONE, AT),
                new TicketRefusal.NotTheRoom(),
                new TicketRefusal.HasPlace(),
                new TicketRefusal.HasPlaceOnline(),
                new LifeRefusal.LinkFixedByGuests());
    }

    private static PopUpCard card() {
        var ticket = new TicketCard(
                ticket(7),
                STANDARD,
                Optional.of(ANNA),
                PRICE,
                Settlement.PAID,
                1,
                Validity.VALID,
                false,
                2,
                1,
                List.of(
                        new StayCard(AT, Optional.of(AT.plusSeconds(600))),
                        new StayCard(AT.plusSeconds(900), Optional.empty())),
                Optional.of(new Earlier(AT, NORTH, PHONE, 2, 1)),
                List.of(Incident.REENTRY),
                Optional.of(AT),
                Optional.empty());
        var hold = new PlaceCard(
                ANNA, STANDARD, PlaceCard.Status.HELD, 2, Optional.of(HOLD), Optional.of(PRICE), 0, Optional.of(AT));
        var count = new PassageCount(2, 1, 3);
        return new PopUpCard(
                ORGANIZER,
                DETAILS,
                DOORS,
                START,
                END,
                Phase.CANCELLED,
                new PlaceCount(12, 1, 2, 0, 9, 1),
                List.of(new KindCard(STANDARD, new PlaceCount(10, 1, 2, 0, 7, 1))),
                List.of(hold),
                List.of(ticket),
                new DoorCard(
                        List.of(new GateCard(SIDE, count)),
                        count,
                        List.of(new Device(PHONE, "Phone of Kim", Optional.empty())),
                        1),
                Optional.of("rain"),
                2,
                17,
                5);
    }
}
