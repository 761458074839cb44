package downbeat.popups.domain;

import static downbeat.popups.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.kernel.GeoPoint;
import downbeat.kernel.Money;
import downbeat.popups.domain.PopUpCommand.*;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Supervision;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.place.Timing;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too long, too many or too much is refused by the name of the field. */
class BoundsTest {
    private static final LocalDateTime SIX = LocalDateTime.parse("2026-12-01T18:00");

    private static void refused(String field, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(field + " must");
    }

    private static PopUpDetails titled(String title) {
        return details(title, place("Stadtbad"), at("2026-12-01T18:00"), 1, standard(1));
    }

    private static TicketKind kinds(int number) {
        return kind(new KindId("k-" + number), Category.PAID, 1, PRICE, 1);
    }

    @Test
    void details_are_bounded() {
        refused("title", () -> titled(" "));
        refused("title", () -> titled("x".repeat(121)));
        refused("capacity", () -> details(0, standard(1)));
        refused("capacity", () -> details(10_001, standard(1)));
        refused("kinds", () -> details(1));
        refused("kinds", () -> details(1, standard(1), standard(2)));
        refused(
                "kinds",
                () -> details(
                        1, IntStream.range(0, 21).mapToObj(BoundsTest::kinds).toArray(TicketKind[]::new)));
        assertThat(details(
                                10_000,
                                IntStream.range(0, 20)
                                        .mapToObj(BoundsTest::kinds)
                                        .toArray(TicketKind[]::new))
                        .kinds())
                .hasSize(20);
        refused("early", () -> new CancellationPolicy(Duration.ofDays(61), 0));
        refused("lateRefund", () -> new CancellationPolicy(Duration.ZERO, 101));
    }

    @Test
    void kinds_are_bounded_and_cost_what_their_category_says() {
        refused("quota", () -> standard(0));
        refused("quota", () -> standard(10_001));
        refused("perPerson", () -> kind(STANDARD, Category.PAID, 1, PRICE, 21));
        refused(
                "name of a ticket kind",
                () -> new TicketKind(STANDARD, "", Category.PAID, 1, PRICE, Optional.empty(), 1));
        refused("price of a FREE ticket", () -> kind(STANDARD, Category.FREE, 1, PRICE, 1));
        refused("price of a STAFF ticket", () -> kind(STANDARD, Category.STAFF, 1, PRICE, 1));
        refused("price of a PAID ticket", () -> kind(STANDARD, Category.PAID, 1, Money.of(0, "EUR"), 1));
    }

    @Test
    void places_and_times_are_bounded() {
        var point = new GeoPoint(0, 0);
        var zone = ZoneId.of("Europe/Berlin");
        refused("name of the place", () -> new Place("", "here", point, zone, ""));
        refused("address", () -> new Place("Pool", "", point, zone, ""));
        refused("accessibility", () -> new Place("Pool", "here", point, zone, "x".repeat(1001)));
        refused("start", () -> new Timing(SIX.plusSeconds(1), Duration.ofHours(1), Duration.ZERO));
        refused("start", () -> new Timing(SIX.withYear(2200), Duration.ofHours(1), Duration.ZERO));
        refused("length", () -> new Timing(SIX, Duration.ofHours(25), Duration.ZERO));
        refused("length", () -> new Timing(SIX, Duration.ofMinutes(14), Duration.ZERO));
        refused("doorsEarly", () -> new Timing(SIX, Duration.ofHours(1), Duration.ofHours(5)));
    }

    @Test
    void commands_are_bounded() {
        refused("reason", () -> new Cancel(""));
        refused("reason", () -> new RevokeTicket(ticket(1), "x".repeat(281)));
        refused("count", () -> new PlaceHold(HOLD, ANNA, Standing.GUEST, STANDARD, 0));
        refused("count", () -> new PlaceHold(HOLD, ANNA, Standing.GUEST, STANDARD, 21));
        refused("gates", () -> new SetGates(List.of()));
        refused("gates", () -> new SetGates(List.of(Gate.main(), Gate.main())));
        refused("name", () -> new RegisterDevice(PHONE, ""));
        refused("why", () -> new Supervision(ORGANIZER, ""));
        refused("reason", () -> new TurnAway(nonce("n"), MAIN, PHONE, Reason.OK));
        var scan = OfflineRulesTest.entry("n", 1, MAIN, START);
        refused("scans", () -> new UploadScans(Collections.nCopies(501, scan)));
        refused("scans", () -> new UploadScans(List.of()));
        refused(
                "supervision",
                () -> new OfflineScan(
                        nonce("n"),
                        Optional.empty(),
                        1,
                        MAIN,
                        PHONE,
                        scan.direction(),
                        START,
                        Reason.OVERRIDDEN,
                        Optional.empty()));
        refused(
                "issue",
                () -> new OfflineScan(
                        nonce("n"),
                        Optional.empty(),
                        -1,
                        MAIN,
                        PHONE,
                        scan.direction(),
                        START,
                        Reason.OK,
                        Optional.empty()));
        refused(
                "entry and exit of a gate",
                () -> new Gate(MAIN, "Main", false, false, false, List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "01", "-1", "12345678", "", "x", "1 "})
    void a_ticket_is_a_number(String value) {
        refused("ticket id", () -> new TicketId(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u001b[2J", "a\ud800b"})
    void words_that_no_screen_shows_are_refused(String words) {
        refused("title", () -> titled(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe 🚴", "שלום", "نادي الدراجات", "自転車", "e\u0301"})
    void words_of_every_script_are_welcome(String words) {
        assertThat(titled(words).title()).isEqualTo(words);
    }
}
