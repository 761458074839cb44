package downbeat.popups.domain;

import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Money;
import downbeat.kernel.Nonce;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import downbeat.kernel.spec.DeciderSpec;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Supervision;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.place.Timing;
import downbeat.popups.domain.ticket.Hold;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pop-up on a winter evening in Berlin, and the people who come. */
public final class Fixtures {
    public static final AccountId ORGANIZER = new AccountId("a-organizer");
    public static final ParticipantId ANNA = new ParticipantId("anna");
    public static final ParticipantId BEN = new ParticipantId("ben");
    public static final ParticipantId CLEO = new ParticipantId("cleo");
    public static final ParticipantId DIA = new ParticipantId("dia");
    public static final KindId STANDARD = new KindId("standard");
    public static final KindId MEMBERS = new KindId("members");
    public static final KindId TRIAL = new KindId("trial");
    public static final KindId STAFF = new KindId("staff");
    public static final GateId MAIN = new GateId("main");
    public static final GateId NORTH = new GateId("north");
    public static final DeviceId PHONE = new DeviceId("phone");
    public static final DeviceId TABLET = new DeviceId("tablet");
    public static final HoldId HOLD = new HoldId("h-1");
    public static final Money PRICE = Money.of(900, "EUR");
    public static final Supervision SUPERVISED = new Supervision(new AccountId("a-boss"), "Her sister is inside");

    /** 18:00 in Berlin. */
    public static final Instant START = Instant.parse("2026-12-01T17:00:00Z");

    public static final Instant END = START.plus(Duration.ofHours(2));
    public static final Instant DOORS = START.minus(Duration.ofMinutes(30));
    public static final Instant BEFORE = Instant.parse("2026-11-20T09:00:00Z");

    private Fixtures() {}

    public static TicketKind standard(int quota) {
        return kind(STANDARD, Category.PAID, quota, PRICE, 4);
    }

    public static TicketKind members(int quota) {
        return kind(MEMBERS, Category.MEMBER, quota, Money.of(500, "EUR"), 1);
    }

    public static TicketKind kind(KindId id, Category category, int quota, Money price, int perPerson) {
        return new TicketKind(id, id.value(), category, quota, price, Optional.empty(), perPerson);
    }

    public static TicketKind onSale(TimeWindow window) {
        return new TicketKind(STANDARD, "standard", Category.PAID, 10, PRICE, Optional.of(window), 4);
    }

    public static Place place(String name) {
        return new Place(
                name,
                "Oderberger Straße 57, 10435 Berlin",
                new GeoPoint(52.5404, 13.4086),
                ZoneId.of("Europe/Berlin"),
                "Two steps at the door; a ramp is there");
    }

    public static Timing at(String local) {
        return new Timing(LocalDateTime.parse(local), Duration.ofHours(2), Duration.ofMinutes(30));
    }

    public static PopUpDetails details(int capacity, TicketKind... kinds) {
        return details("Evening ride at the pool", place("Stadtbad"), at("2026-12-01T18:00"), capacity, kinds);
    }

    public static PopUpDetails details(String title, Place place, Timing timing, int capacity, TicketKind... kinds) {
        return new PopUpDetails(
                title,
                "",
                "Rides of Prenzlauer Berg",
                place,
                timing,
                capacity,
                List.of(kinds),
                new CancellationPolicy(Duration.ofDays(1), 50),
                Optional.empty());
    }

    /** The same as the room of a class. */
    public static PopUpDetails roomOf(ClassId ride, PopUpDetails plain) {
        return new PopUpDetails(
                plain.title(),
                plain.description(),
                plain.host(),
                plain.place(),
                plain.timing(),
                plain.capacity(),
                plain.kinds(),
                plain.cancellation(),
                Optional.of(ride));
    }

    public static DeciderSpec<PopUpCommand, PopUpEvent, PopUp, PopUpReply> spec() {
        return DeciderSpec.of(new PopUpDecider(), BEFORE);
    }

    public static List<PopUpEvent> published(PopUpDetails details) {
        return List.of(
                new PopUpDrafted(ORGANIZER, details, StartTime.window(details), BEFORE), new PopUpPublished(BEFORE));
    }

    /** Published, with as many standard tickets as places. */
    public static DeciderSpec<PopUpCommand, PopUpEvent, PopUp, PopUpReply> openWith(int capacity) {
        return spec().given(published(details(capacity, standard(capacity))));
    }

    /** Doors open at the start, with two devices. */
    public static DeciderSpec<PopUpCommand, PopUpEvent, PopUp, PopUpReply> doorsOpenWith(int capacity) {
        return openWith(capacity)
                .given(
                        new DeviceRegistered(PHONE, "Phone", BEFORE),
                        new DeviceRegistered(TABLET, "Tablet", BEFORE),
                        new DoorsOpened(DOORS))
                .at(START);
    }

    /** Tickets of the numbers {@code first}… are theirs, bought long ago. */
    public static List<PopUpEvent> sold(int first, ParticipantId who, int count) {
        var hold = new HoldId("bought-" + first);
        var tickets = new ArrayList<TicketId>();
        for (int number = first; number < first + count; number++) {
            tickets.add(TicketId.of(number));
        }
        return List.of(
                new HoldPlaced(new Hold(hold, who, STANDARD, count, PRICE, BEFORE.plusSeconds(600)), BEFORE),
                new TicketsSold(hold, who, STANDARD, tickets, PRICE, Settlement.PAID, BEFORE));
    }

    public static Hold hold(ParticipantId who, int count) {
        return new Hold(new HoldId("hold-of-" + who.value()), who, STANDARD, count, PRICE, BEFORE.plus(Counter.HOLD));
    }

    public static TicketId ticket(int number) {
        return TicketId.of(number);
    }

    public static Nonce nonce(String value) {
        return new Nonce(value);
    }

    /** The sheet of a pop-up that exists. */
    public static Sheet sheet(PopUp state) {
        return ((PopUp.Written) state).sheet();
    }
}
