package downbeat.popups.reaction;

import static downbeat.popups.domain.Fixtures.MAIN;
import static downbeat.popups.domain.Fixtures.PHONE;
import static downbeat.popups.domain.Fixtures.STANDARD;
import static downbeat.popups.domain.Fixtures.nonce;
import static downbeat.popups.domain.Fixtures.ticket;
import static downbeat.popups.stage.PopUpsNode.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.classes.domain.LiveClassCommand.Book;
import downbeat.classes.domain.LiveClassCommand.ComeOnline;
import downbeat.classes.domain.LiveClassRefusal;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.domain.room.Guest;
import downbeat.classes.domain.room.Stay;
import downbeat.classes.entity.BookingCard;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.OfflineScan;
import downbeat.popups.domain.PopUpCommand.*;
import downbeat.popups.domain.SaleRefusal;
import downbeat.popups.domain.TicketRefusal;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.entity.PlaceCard;
import downbeat.popups.stage.PopUpsNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A class online and its room, through a real journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HybridTest {
    private static final ParticipantId LATER = new ParticipantId("later");
    private static final String POSITIONS =
            " FROM akka_projection_offset_store WHERE projection_name LIKE '%give-up-the-%'";

    @TempDir
    static Path data;

    private PopUpsNode node;

    @BeforeAll
    void start() {
        node = new PopUpsNode(data);
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void p3_an_in_room_member_switches_to_online_and_the_room_place_is_offered_to_who_waits_for_it() {
        var hybrid = Hybrid.of(node, "p3", 12, 101);
        var anna = hybrid.inRoom("p3-anna");
        for (int guest = 1; guest < 12; guest++) {
            hybrid.inRoom("p3-room-" + guest);
        }
        for (int member = 0; member < 100; member++) {
            hybrid.online("p3-online-" + member);
        }
        accepted(node.popUps().ask(hybrid.room(), new JoinWaiting(LATER, Standing.GUEST, STANDARD)));

        assertThat(hybrid.takePartOnline(anna)).isEqualTo(Outcome.accepted(new PlaceMoves.Moved(PlaceKind.ONLINE)));

        assertThat(hybrid.tickets(anna)).isZero();
        assertThat(hybrid.hasOnline(anna)).isTrue();
        assertThat(hybrid.atClass().online().booked()).isEqualTo(101);
        assertThat(hybrid.atRoom().places().sold()).isEqualTo(11);
        assertThat(hybrid.atRoom().placesOf(LATER))
                .extracting(PlaceCard::status)
                .containsExactly(PlaceCard.Status.OFFERED);
        assertThat(hybrid.takePartOnline(anna)).isEqualTo(Outcome.refused(new TicketRefusal.NoPlaceHere()));
    }

    @Test
    void nothing_is_given_up_when_the_other_side_is_full() {
        var hybrid = Hybrid.of(node, "full", 1, 1);
        var anna = hybrid.inRoom("full-anna");
        var ben = hybrid.online("full-ben");
        assertThat(hybrid.takePartOnline(anna))
                .isEqualTo(Outcome.refused(new LiveClassRefusal.NoPlaceLeft(PlaceKind.ONLINE)));
        assertThat(hybrid.comeToTheRoom(ben)).isEqualTo(Outcome.refused(new SaleRefusal.SoldOut(STANDARD, 0)));
        assertThat(hybrid.tickets(anna)).isEqualTo(1);
        assertThat(hybrid.hasOnline(ben)).isTrue();
    }

    @Test
    void an_online_member_comes_to_the_room_and_the_online_place_is_offered_on() {
        var hybrid = Hybrid.of(node, "back", 2, 1);
        var ben = hybrid.online("back-ben");
        accepted(node.classes().ask(hybrid.ride(), new Book(LATER, PlaceKind.ONLINE, false)));

        assertThat(hybrid.comeToTheRoom(ben)).isEqualTo(Outcome.accepted(new PlaceMoves.Moved(PlaceKind.IN_ROOM)));

        assertThat(hybrid.tickets(ben)).isEqualTo(1);
        assertThat(hybrid.hasOnline(ben)).isFalse();
        assertThat(hybrid.atClass().bookingOf(LATER))
                .get()
                .extracting(BookingCard::status)
                .isEqualTo(BookingCard.Status.OFFERED);
        assertThat(hybrid.comeToTheRoom(ben)).isEqualTo(Outcome.refused(new LiveClassRefusal.NotBooked()));
    }

    @Test
    void a_place_in_the_room_that_is_offered_is_taken_by_coming() {
        var hybrid = Hybrid.of(node, "offered", 1, 5);
        var anna = hybrid.inRoom("offered-anna");
        var ben = hybrid.online("offered-ben");
        accepted(node.popUps().ask(hybrid.room(), new JoinWaiting(ben, Standing.GUEST, STANDARD)));
        assertThat(hybrid.takePartOnline(anna)).isEqualTo(Outcome.accepted(new PlaceMoves.Moved(PlaceKind.ONLINE)));
        assertThat(hybrid.comeToTheRoom(ben)).isEqualTo(Outcome.accepted(new PlaceMoves.Moved(PlaceKind.IN_ROOM)));
        assertThat(hybrid.tickets(ben)).isEqualTo(1);
        assertThat(hybrid.hasOnline(ben)).isFalse();
        assertThat(hybrid.atRoom().places().offered()).isZero();
    }

    @Test
    void a_bought_ticket_gives_the_place_online_up_once_and_only_that_of_its_holder() {
        var hybrid = Hybrid.of(node, "bought", 9, 2);
        var ben = hybrid.online("bought-ben");
        var cleo = hybrid.online("bought-cleo");
        accepted(node.classes().ask(hybrid.ride(), new Book(LATER, PlaceKind.ONLINE, false)));

        hybrid.buys(ben, 2, "h-bought-ben");

        soon(() -> assertThat(hybrid.hasOnline(ben)).isFalse());
        assertThat(hybrid.tickets(ben)).isEqualTo(2);
        assertThat(hybrid.hasOnline(cleo)).as("a friend of ben's, perhaps").isTrue();
        assertThat(hybrid.atClass().bookingOf(LATER))
                .get()
                .extracting(BookingCard::status)
                .isEqualTo(BookingCard.Status.OFFERED);
    }

    @Test
    void a_place_online_that_is_booked_after_the_ticket_is_another_wish_however_often_the_ticket_is_told() {
        var hybrid = Hybrid.of(node, "after", 9, 9);
        var ben = hybrid.online("after-ben");
        var dora = hybrid.inRoom("after-dora");
        var emil = new ParticipantId("after-emil");
        hybrid.buys(ben, 1, "h-after-ben");
        hybrid.buys(emil, 2, "h-after-emil");
        soon(() -> assertThat(hybrid.hasOnline(ben)).isFalse());
        soon(() -> assertThat(positions()).isEqualTo(ends()));
        accepted(node.classes().ask(hybrid.ride(), new Book(ben, PlaceKind.ONLINE, false)));
        accepted(node.classes().ask(hybrid.ride(), new Book(dora, PlaceKind.ONLINE, false)));
        assertThat(hybrid.takePartOnline(emil)).isEqualTo(Outcome.accepted(new PlaceMoves.Moved(PlaceKind.ONLINE)));

        hearEverythingAgain();

        assertThat(List.of(ben, dora, emil)).allMatch(hybrid::hasOnline);
        assertThat(hybrid.tickets(ben)).isEqualTo(1);
        assertThat(hybrid.tickets(dora)).isEqualTo(1);
        assertThat(hybrid.tickets(emil)).as("the other one is for a friend").isEqualTo(1);
    }

    @Test
    void who_takes_a_ticket_from_somebody_gives_the_own_place_online_up() {
        var hybrid = Hybrid.of(node, "given", 2, 2);
        var anna = hybrid.inRoom("given-anna");
        var ben = hybrid.online("given-ben");
        accepted(node.popUps().ask(hybrid.room(), new Transfer(ticket(1), anna, ben, Standing.GUEST)));
        soon(() -> assertThat(hybrid.hasOnline(ben)).isFalse());
        assertThat(hybrid.tickets(ben)).isEqualTo(1);
    }

    @Test
    void who_asked_may_die_between_the_two_steps() {
        var hybrid = Hybrid.of(node, "crash", 2, 5);
        var anna = hybrid.inRoom("crash-anna");
        var ben = hybrid.online("crash-ben");
        accepted(node.classes().ask(hybrid.ride(), new ComeOnline(anna, PlaceMoves.instead(hybrid.room(), ticket(1)))));
        accepted(node.popUps().ask(hybrid.room(), new ComeToRoom(ben, Standing.GUEST, STANDARD, hybrid.ride())));

        node.restart();

        soon(() -> assertThat(hybrid.tickets(anna)).isZero());
        soon(() -> assertThat(hybrid.hasOnline(ben)).isFalse());
        assertThat(hybrid.hasOnline(anna)).isTrue();
        assertThat(hybrid.tickets(ben)).isEqualTo(1);
    }

    /** Who goes in at the last moment keeps the place in the room, and not the one online. */
    @Test
    void moves_there_and_back_that_are_all_told_again_leave_one_place() {
        var hybrid = Hybrid.of(node, "again", 5, 5);
        var cleo = hybrid.inRoom("again-cleo");
        var anna = hybrid.inRoom("again-anna");
        var ben = hybrid.online("again-ben");
        hybrid.takePartOnline(anna);
        hybrid.comeToTheRoom(anna);
        hybrid.takePartOnline(anna);
        hybrid.comeToTheRoom(ben);
        hybrid.takePartOnline(ben);
        hybrid.comeToTheRoom(ben);
        openDoors(hybrid);
        accepted(node.popUps().ask(hybrid.room(), scan("n-1", 1, Direction.ENTRY)));
        assertThat(hybrid.takePartOnline(cleo)).isEqualTo(Outcome.refused(new TicketRefusal.StillInside()));
        accepted(node.classes().ask(hybrid.ride(), new ComeOnline(cleo, PlaceMoves.instead(hybrid.room(), ticket(1)))));
        soon(() -> assertThat(hybrid.hasOnline(cleo)).isFalse());
        accepted(node.popUps().ask(hybrid.room(), scan("n-2", 1, Direction.EXIT)));

        hearEverythingAgain();

        assertThat(hybrid.tickets(anna)).isZero();
        assertThat(hybrid.hasOnline(anna)).isTrue();
        assertThat(hybrid.tickets(ben)).isEqualTo(1);
        assertThat(hybrid.hasOnline(ben)).isFalse();
        assertThat(hybrid.tickets(cleo)).isEqualTo(1);
        assertThat(hybrid.hasOnline(cleo)).isFalse();
    }

    @Test
    void the_door_seats_guests_in_the_class_and_a_late_upload_says_when_they_had_been_there() {
        var hybrid = Hybrid.of(node, "seats", 5, 5);
        var anna = new ParticipantId("seats-anna");
        accepted(node.participants().register(anna, "Anna"));
        hybrid.inRoom("seats-anna");
        openDoors(hybrid);
        accepted(node.popUps().ask(hybrid.room(), scan("n-1", 1, Direction.ENTRY)));
        accepted(node.popUps()
                .ask(hybrid.room(), new WalkIn(nonce("w-1"), STANDARD, true, MAIN, PHONE, Optional.empty())));
        soon(() -> {
            assertThat(hybrid.atClass().rooms().inside()).extracting(Guest::who).containsExactly(anna);
            assertThat(hybrid.atClass().rooms().unnamedInside()).isEqualTo(1);
        });
        assertThat(hybrid.atClass().admits(anna)).as("with a phone too").isTrue();

        node.restart();

        assertThat(hybrid.atClass().rooms().inside(anna)).isTrue();
        var in = node.now();
        node.pass(Duration.ofMinutes(10));
        var out = in.plus(Duration.ofMinutes(5));
        accepted(node.popUps().ask(hybrid.room(), new UploadScans(List.of(offline("o-1", out)))));
        soon(() -> assertThat(hybrid.atClass().rooms().inside(anna)).isFalse());
        assertThat(hybrid.atClass().rooms().guests())
                .filteredOn(guest -> guest.who().equals(anna))
                .flatExtracting(Guest::stays)
                .containsExactly(new Stay(in, Optional.of(out)));
        assertThat(hybrid.atClass().rooms().unnamedInside()).isEqualTo(1);
    }

    private void openDoors(Hybrid hybrid) {
        accepted(node.popUps().ask(hybrid.room(), new RegisterDevice(PHONE, "Phone")));
        accepted(node.popUps().ask(hybrid.room(), new OpenDoors()));
    }

    private static ScanPass scan(String nonce, int number, Direction direction) {
        return new ScanPass(nonce(nonce), ticket(number), 1, MAIN, PHONE, direction, Optional.empty());
    }

    private static OfflineScan offline(String nonce, Instant at) {
        return new OfflineScan(
                nonce(nonce), Optional.of(ticket(1)), 1, MAIN, PHONE, Direction.EXIT, at, Reason.OK, Optional.empty());
    }

    /** As after a crash that lost the positions of the reactions; done when they stand at the end of the journal again. */
    private void hearEverythingAgain() {
        soon(() -> assertThat(positions()).isEqualTo(ends()));
        node.database().useHandle(db -> db.execute("DELETE" + POSITIONS));
        node.restart();
        soon(() -> assertThat(positions()).isEqualTo(ends()));
    }

    private Map<String, Long> positions() {
        return numbers("SELECT projection_key AS tag, CAST(current_offset AS BIGINT) AS ordering" + POSITIONS);
    }

    private Map<String, Long> ends() {
        return numbers("SELECT t.tag, MAX(j.ordering) AS ordering FROM event_journal j JOIN event_tag t"
                + " ON t.event_id = j.ordering WHERE j.persistence_id LIKE 'live-class|%'"
                + " OR j.persistence_id LIKE 'pop-up|%' GROUP BY t.tag");
    }

    private Map<String, Long> numbers(String sql) {
        return node.database()
                .withHandle(db -> db.createQuery(sql).reduceRows(new HashMap<>(), (numbers, row) -> {
                    numbers.put(row.getColumn("tag", String.class), row.getColumn("ordering", Long.class));
                    return numbers;
                }));
    }

    private static void soon(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
    }
}
