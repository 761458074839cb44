package downbeat.web.http.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.cluster.wire.Json;
import downbeat.kernel.AccountId;
import downbeat.kernel.Decision;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Money;
import downbeat.kernel.Nonce;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.CancellationPolicy;
import downbeat.popups.domain.PopUp;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.PopUpDecider;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.PopUpReply;
import downbeat.popups.domain.Verdict;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Earlier;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Supervision;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.place.Timing;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.entity.PopUps;
import downbeat.popups.pass.KeyNumber;
import downbeat.popups.pass.Pass;
import downbeat.popups.pass.PassReader;
import downbeat.popups.pass.PassSigner;
import downbeat.popups.pass.PublishedKey;
import downbeat.popups.pass.Reading;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Any door at all, brought there by the domain's own decider, the book of it, and what the domain says to passes that are then
 * shown one after the other. A browser that has only the book must say the same.
 */
public final class RandomDoor {
    private static final PopUpId HERE = new PopUpId("u-here");
    private static final Instant START = Instant.parse("2026-12-01T17:00:00Z");
    private static final Instant LONG_BEFORE = Instant.parse("2026-11-20T09:00:00Z");
    private static final DeviceId PHONE = new DeviceId("d-phone");
    private static final DeviceId TABLET = new DeviceId("d-tablet");
    private static final KindId FREE = new KindId("free");
    private static final KindId BIKE = new KindId("bike");
    private static final int TICKETS = 6;
    private static final int SHOWN = 14;
    private static final KeyPair OURS = pair();
    private static final KeyPair THEIRS = pair();
    private static final PublishedKey PUBLISHED = PublishedKey.of(new KeyNumber(1), OURS.getPublic());

    private final Random random;
    private final PopUpDecider decider = new PopUpDecider();
    private final PassReader reader = new PassReader(List.of(PUBLISHED));
    private PopUp state = decider.initial();
    private Instant now = LONG_BEFORE;
    private int nonces;

    private RandomDoor(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A door and what happens at it.
     *
     * @param book as the server answers it
     * @param shown what is shown to the device, and what the domain says
     */
    public record Case(String book, String shown) {}

    /** One door, and passes shown at it. */
    public static Case of(long seed) {
        var door = new RandomDoor(seed);
        door.begin();
        door.happen();
        var book = door.book();
        var shown = IntStream.range(0, SHOWN).mapToObj(i -> door.show()).toList();
        return new Case(book, json(shown));
    }

    /** The book of a door with as many tickets, every one of them used. */
    public static String bookOf(int tickets) {
        var door = new RandomDoor(tickets);
        door.begin(tickets);
        door.tell(new PopUpCommand.OpenDoors());
        for (int number = 1; number <= tickets; number++) {
            door.scanned(TicketId.of(number), Direction.ENTRY);
        }
        return door.book();
    }

    private void begin() {
        begin(TICKETS);
    }

    private void begin(int tickets) {
        tell(new PopUpCommand.Draft(new AccountId("a-organizer"), details(tickets)));
        tell(new PopUpCommand.SetGates(gates()));
        tell(new PopUpCommand.RegisterDevice(PHONE, "Phone"));
        tell(new PopUpCommand.RegisterDevice(TABLET, "Tablet"));
        tell(new PopUpCommand.Publish());
        for (int number = 1; number <= tickets; number++) {
            var who = guest(number);
            var hold = new HoldId("h-" + number);
            tell(new PopUpCommand.PlaceHold(hold, who, Standing.GUEST, number % 3 == 0 ? BIKE : FREE, 1));
            tell(new PopUpCommand.Confirm(hold, who, false));
        }
    }

    /** Whatever may happen to tickets and at the door before the device goes alone. */
    private void happen() {
        for (int number = 1; number <= TICKETS; number++) {
            var ticket = TicketId.of(number);
            switch (random.nextInt(7)) {
                case 0 -> tell(new PopUpCommand.CancelTicket(ticket, guest(number)));
                case 1 -> tell(new PopUpCommand.RevokeTicket(ticket, "chargeback"));
                case 2 -> tell(new PopUpCommand.LeaveRoom(ticket, guest(number)));
                case 3 -> tell(new PopUpCommand.Transfer(ticket, guest(number), guest(number + 100), Standing.GUEST));
                case 4 -> tell(new PopUpCommand.Settle(ticket));
                default -> now = now.plusSeconds(1);
            }
        }
        now = START.plusSeconds(random.nextInt(-3_600, 1_200));
        lapse();
        if (random.nextInt(4) == 0) {
            tell(new PopUpCommand.OpenDoors());
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            scanned(
                    TicketId.of(1 + random.nextInt(TICKETS)),
                    random.nextInt(3) == 0 ? Direction.EXIT : Direction.ENTRY);
        }
        switch (random.nextInt(12)) {
            case 0 -> tell(new PopUpCommand.Cancel("storm"));
            case 1 -> tell(new PopUpCommand.Close());
            default -> tell(new PopUpCommand.RevokeDevice(TABLET));
        }
    }

    private void scanned(TicketId ticket, Direction direction) {
        now = now.plusSeconds(7);
        tell(new PopUpCommand.ScanPass(
                nonce(), ticket, 1 + random.nextInt(2), gate(), TABLET, direction, Optional.empty()));
    }

    /** One pass is shown to the phone. */
    private Map<String, Object> show() {
        now = now.plusSeconds(random.nextInt(20) == 0 ? 5_400 : 1 + random.nextInt(600));
        lapse();
        var direction = random.nextInt(4) == 0 ? Direction.EXIT : Direction.ENTRY;
        Optional<Supervision> supervision = random.nextInt(8) == 0
                ? Optional.of(new Supervision(new AccountId("a-boss"), "Her sister is inside"))
                : Optional.empty();
        var gate = gate();
        var nonce = nonce();
        var text = text();
        PopUpCommand command = switch (reader.read(text, HERE, now)) {
            case Reading.Genuine(var pass) ->
                new PopUpCommand.ScanPass(nonce, pass.ticket(), pass.issue(), gate, PHONE, direction, supervision);
            case Reading.Bad bad ->
                new PopUpCommand.TurnAway(nonce, gate, PHONE, bad.problem().reason());
        };
        var verdict = verdict(command);
        var shown = new LinkedHashMap<String, Object>();
        shown.put("now", now.toEpochMilli());
        shown.put(
                "scan",
                Map.of(
                        "nonce", nonce.value(),
                        "code", text,
                        "gate", gate.value(),
                        "device", PHONE.value(),
                        "direction", direction.name(),
                        "override", supervision.map(Supervision::why).orElse("")));
        shown.put("says", says(verdict));
        return shown;
    }

    private String says(Verdict verdict) {
        return String.join(
                " ",
                verdict.reason().name(),
                verdict.ticket().map(TicketId::value).orElse("-"),
                verdict.kind().map(KindId::value).orElse("-"),
                verdict.due().map(due -> Long.toString(due.minor())).orElse("-"),
                verdict.earlier().map(RandomDoor::earlier).orElse("-"),
                Boolean.toString(verdict.reason().canBeOverridden()));
    }

    private static String earlier(Earlier earlier) {
        return earlier.at().toEpochMilli() + "/" + earlier.gate().value() + "/"
                + earlier.device().value() + "/" + earlier.admitted();
    }

    private String text() {
        var number = 1 + random.nextInt(TICKETS + 1);
        var pass = new Pass(HERE, TicketId.of(number), random.nextInt(5) == 0 ? 2 : 1, Optional.empty());
        var genuine = signed(OURS, 1, pass);
        return switch (random.nextInt(22)) {
            case 0 -> genuine.substring(0, random.nextInt(genuine.length()));
            case 1 -> genuine + "AA";
            case 2 -> changed(genuine);
            case 3 -> signed(THEIRS, 1, pass);
            case 4 -> signed(THEIRS, 2, pass);
            case 5 -> signed(OURS, 1, new Pass(new PopUpId("u-there"), pass.ticket(), 1, Optional.empty()));
            case 6 -> signed(OURS, 1, new Pass(HERE, pass.ticket(), 1, Optional.of(now.minusSeconds(60))));
            case 7 -> signed(OURS, 1, new Pass(HERE, pass.ticket(), 1, Optional.of(now.plusSeconds(60))));
            case 8 -> "https://example.org/?q=" + number;
            case 9 -> genuine + "=".repeat((4 - genuine.length() % 4) % 4);
            default -> genuine;
        };
    }

    /** One character somewhere is another. */
    private String changed(String text) {
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static String signed(KeyPair pair, int number, Pass pass) {
        var whole = new Pass(
                pass.popUp(),
                pass.ticket(),
                pass.issue(),
                pass.expires().map(at -> Instant.ofEpochSecond(at.getEpochSecond())));
        return new PassSigner(new KeyNumber(number), pair.getPrivate()).sign(whole);
    }

    private List<Gate> gates() {
        var window = new TimeWindow(START.minusSeconds(1_200), START.plusSeconds(2_400));
        return List.of(
                Gate.main(),
                new Gate(new GateId("again"), "Again", true, true, true, List.of(), Optional.empty()),
                new Gate(
                        new GateId("bikes"),
                        "Bikes",
                        true,
                        random.nextBoolean(),
                        true,
                        List.of(BIKE),
                        Optional.of(window)),
                new Gate(new GateId("out"), "Way out", false, true, false, List.of(), Optional.empty()));
    }

    private GateId gate() {
        return new GateId(List.of("main", "main", "again", "bikes", "out").get(random.nextInt(5)));
    }

    private Nonce nonce() {
        nonces++;
        return new Nonce("n-" + nonces);
    }

    private static ParticipantId guest(int number) {
        return new ParticipantId("p-" + number);
    }

    private void lapse() {
        for (var event : decider.lapse(state, now)) {
            state = decider.evolve(state, event);
        }
    }

    /** What is refused changes nothing. */
    private void tell(PopUpCommand command) {
        if (decider.decide(state, command, now)
                instanceof Decision.Accept<PopUpEvent, PopUpReply>(var events, var reply)) {
            for (var event : events) {
                state = decider.evolve(state, event);
            }
        }
    }

    private Verdict verdict(PopUpCommand command) {
        if (decider.decide(state, command, now)
                        instanceof Decision.Accept<PopUpEvent, PopUpReply>(var events, var reply)
                && reply instanceof PopUpReply.Judged judged) {
            for (var event : events) {
                state = decider.evolve(state, event);
            }
            return judged.verdict();
        }
        throw new AssertionError(command + " was refused");
    }

    private String book() {
        var card = PopUps.AGGREGATE.show().apply(state).orElseThrow();
        var names = card.tickets().stream()
                .flatMap(ticket -> ticket.holder().stream())
                .distinct()
                .collect(Collectors.toMap(who -> who, who -> "Maximiliane Mustermann " + who.value()));
        return json(BookJson.of(HERE, card, List.of(PUBLISHED), names));
    }

    private PopUpDetails details(int tickets) {
        var kinds = new ArrayList<TicketKind>();
        kinds.add(new TicketKind(FREE, "Free", Category.FREE, tickets, Money.of(0, "EUR"), Optional.empty(), 2));
        kinds.add(new TicketKind(BIKE, "Bike", Category.PAID, tickets, Money.of(1_500, "EUR"), Optional.empty(), 2));
        return new PopUpDetails(
                "Evening ride",
                "",
                "Rides of Prenzlauer Berg",
                new Place("Stadtbad", "Oderberger Straße 57", new GeoPoint(52.5, 13.4), ZoneId.of("Europe/Berlin"), ""),
                new Timing(LocalDateTime.parse("2026-12-01T18:00"), Duration.ofHours(2), Duration.ofMinutes(30)),
                tickets,
                kinds,
                new CancellationPolicy(Duration.ofDays(1), 50),
                Optional.empty());
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
