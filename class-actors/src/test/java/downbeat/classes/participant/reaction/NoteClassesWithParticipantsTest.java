package downbeat.classes.participant.reaction;

import static downbeat.classes.stage.ClassesNode.accepted;
import static downbeat.classes.stage.ClassesNode.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.Fixtures;
import downbeat.classes.domain.LiveClassCommand.*;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.participant.domain.Participant.Held;
import downbeat.classes.participant.domain.ParticipantEvent;
import downbeat.classes.participant.domain.ParticipantEvent.AttendanceNoted;
import downbeat.classes.stage.ClassesNode;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Facts of classes reach those they concern, through a real journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoteClassesWithParticipantsTest {
    private static final String POSITIONS = " FROM akka_projection_offset_store"
            + " WHERE projection_name = 'live-class-note-classes-with-participants'";

    @TempDir
    static Path data;

    private final History history = new History();
    private ClassesNode node;

    @BeforeAll
    void start() {
        node = new ClassesNode(data, history);
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void a_place_is_held_until_it_is_given_up_and_a_move_keeps_the_trial() {
        var ride = new ClassId("held");
        var anna = registered("held-anna");
        var ben = registered("held-ben");
        node.schedule(ride, 2, 1);
        book(ride, anna, PlaceKind.ONLINE, true);
        book(ride, ben, PlaceKind.ONLINE, false);
        soon(() ->
                assertThat(history.known(anna).bookings()).isEqualTo(Map.of(ride, new Held(PlaceKind.ONLINE, true))));
        soon(() ->
                assertThat(history.known(ben).bookings()).isEqualTo(Map.of(ride, new Held(PlaceKind.ONLINE, false))));
        assertThat(get(node.participants().show(anna)).orElseThrow().booked()).containsExactly(ride);

        accepted(node.classes().ask(ride, new SwitchPlace(anna, PlaceKind.IN_ROOM)));
        accepted(node.classes().ask(ride, new CancelBooking(ben)));
        soon(() ->
                assertThat(history.known(anna).bookings()).isEqualTo(Map.of(ride, new Held(PlaceKind.IN_ROOM, true))));
        soon(() -> assertThat(history.known(ben).bookings()).isEmpty());
        assertThat(get(node.participants().show(ben)).orElseThrow().booked()).isEmpty();
    }

    @Test
    void who_waits_holds_nothing_until_an_offer_is_accepted() {
        var ride = new ClassId("offered");
        var anna = registered("offered-anna");
        var ben = registered("offered-ben");
        node.schedule(ride, 1, 0);
        book(ride, anna, PlaceKind.ONLINE, false);
        book(ride, ben, PlaceKind.ONLINE, true);
        accepted(node.classes().ask(ride, new CancelBooking(anna)));
        soon(() -> assertThat(history.known(anna).bookings()).isEmpty());
        assertThat(history.known(ben).bookings()).isEmpty();

        accepted(node.classes().ask(ride, new AcceptOffer(ben)));
        soon(() -> assertThat(history.known(ben).bookings()).isEqualTo(Map.of(ride, new Held(PlaceKind.ONLINE, true))));
    }

    @Test
    void the_outcome_of_a_class_replaces_the_place_in_it() {
        var ride = new ClassId("ended");
        var anna = registered("ended-anna");
        var ben = registered("ended-ben");
        node.schedule(ride, 1, 1);
        book(ride, anna, PlaceKind.ONLINE, true);
        book(ride, ben, PlaceKind.IN_ROOM, false);
        finish(ride, came(anna));

        soon(() -> {
            assertThat(outcome(anna, ride).outcome()).isEqualTo(came(anna));
            assertThat(outcome(anna, ride).booking().trial()).isTrue();
            assertThat(outcome(ben, ride).outcome().joined())
                    .as("a no-show is part of the history too")
                    .isFalse();
        });
        assertThat(history.known(anna).bookings()).isEmpty();
        assertThat(history.known(ben).bookings()).isEmpty();
        assertThat(get(node.participants().show(anna)).orElseThrow().attended()).isEqualTo(1);
        assertThat(get(node.participants().show(ben)).orElseThrow().attended()).isZero();
    }

    @Test
    void a_cancelled_class_leaves_nobody_a_place_in_it() {
        var ride = new ClassId("cancelled");
        var anna = registered("cancelled-anna");
        node.schedule(ride, 1, 0);
        book(ride, anna, PlaceKind.ONLINE, true);
        soon(() -> assertThat(history.known(anna).bookings()).containsKey(ride));
        accepted(node.classes().ask(ride, new Cancel("ill")));
        soon(() -> assertThat(history.known(anna).bookings()).isEmpty());
        assertThat(history.known(anna).attended()).isEmpty();
    }

    @Test
    void an_outcome_that_never_comes_frees_the_place_and_one_that_comes_late_is_noted() {
        var ride = new ClassId("late");
        var anna = registered("late-anna");
        node.schedule(ride, 1, 0);
        book(ride, anna, PlaceKind.ONLINE, false);
        begin(ride);
        soon(() -> assertThat(history.known(anna).bookings()).containsKey(ride));
        accepted(node.classes().close(ride));
        node.pass(Duration.ofMinutes(3));
        soon(() -> assertThat(history.known(anna).bookings()).isEmpty());
        assertThat(history.known(anna).attended()).isEmpty();

        accepted(node.classes().finish(ride, List.of(came(anna)), Fixtures.report(), new IdempotencyKey("late")));
        soon(() -> assertThat(outcome(anna, ride).outcome()).isEqualTo(came(anna)));
    }

    @Test
    void somebody_who_never_registered_holds_nobody_up() {
        var ride = new ClassId("stranger");
        var stranger = new ParticipantId("stranger");
        var anna = registered("stranger-anna");
        node.schedule(ride, 3, 0);
        book(ride, stranger, PlaceKind.ONLINE, true);
        book(ride, anna, PlaceKind.ONLINE, true);
        soon(() -> assertThat(history.known(anna).bookings()).containsKey(ride));
        finish(ride, came(stranger), came(anna));
        soon(() -> assertThat(outcome(anna, ride).outcome().joined()).isTrue());
        assertThat(history.of(stranger)).isEmpty();
        assertThat(get(node.participants().show(stranger))).isEmpty();
    }

    @Test
    void facts_that_come_again_from_the_very_first_change_nobody() {
        var over = new ClassId("again-over");
        var open = new ClassId("again-open");
        var anna = registered("again-anna");
        var ben = registered("again-ben");
        node.schedule(over, 2, 1);
        node.schedule(open, 2, 1);
        book(over, anna, PlaceKind.ONLINE, true);
        book(open, anna, PlaceKind.ONLINE, true);
        accepted(node.classes().ask(open, new CancelBooking(anna)));
        book(open, anna, PlaceKind.ONLINE, false);
        accepted(node.classes().ask(open, new SwitchPlace(anna, PlaceKind.IN_ROOM)));
        book(open, ben, PlaceKind.ONLINE, false);
        accepted(node.classes().ask(open, new CancelBooking(ben)));
        book(over, ben, PlaceKind.ONLINE, false);
        finish(over, came(anna));
        soon(() -> {
            assertThat(history.known(anna).attended()).containsOnlyKeys(over);
            assertThat(history.known(anna).bookings()).isEqualTo(Map.of(open, new Held(PlaceKind.IN_ROOM, false)));
            assertThat(history.known(ben).attended()).containsOnlyKeys(over);
            assertThat(history.known(ben).bookings()).isEmpty();
        });
        var known = List.of(history.known(anna), history.known(ben));
        var outcomes = outcomesOf(anna, ben);

        hearEverythingAgain();

        soon(() -> assertThat(List.of(history.known(anna), history.known(ben))).isEqualTo(known));
        assertThat(outcomesOf(anna, ben))
                .as("an outcome is noted once, however often it comes")
                .isEqualTo(outcomes);
    }

    /** As after a crash that lost the position of the reaction; done when it stands at the end of the journal again. */
    private void hearEverythingAgain() {
        soon(() -> assertThat(positions()).isEqualTo(ends()));
        node.database().useHandle(db -> db.execute("DELETE" + POSITIONS));
        assertThat(positions()).isEmpty();
        node.restart();
        soon(() -> assertThat(positions()).isEqualTo(ends()));
    }

    private Map<String, Long> positions() {
        return numbers("SELECT projection_key AS tag, CAST(current_offset AS BIGINT) AS ordering" + POSITIONS);
    }

    private Map<String, Long> ends() {
        return numbers("SELECT t.tag, MAX(j.ordering) AS ordering FROM event_journal j JOIN event_tag t"
                + " ON t.event_id = j.ordering WHERE j.persistence_id LIKE 'live-class|%' GROUP BY t.tag");
    }

    private Map<String, Long> numbers(String sql) {
        return node.database()
                .withHandle(db -> db.createQuery(sql).reduceRows(new HashMap<>(), (numbers, row) -> {
                    numbers.put(row.getColumn("tag", String.class), row.getColumn("ordering", Long.class));
                    return numbers;
                }));
    }

    private ParticipantId registered(String name) {
        var who = new ParticipantId(name);
        accepted(node.participants().register(who, name));
        soon(() -> assertThat(history.of(who)).isNotEmpty());
        return who;
    }

    private void book(ClassId ride, ParticipantId who, PlaceKind place, boolean trial) {
        accepted(node.classes().ask(ride, new Book(who, place, trial)));
    }

    private void begin(ClassId ride) {
        accepted(node.classes().openLobby(ride));
        accepted(node.classes().begin(ride));
    }

    private void finish(ClassId ride, MemberOutcome... outcomes) {
        begin(ride);
        accepted(node.classes().close(ride));
        accepted(node.classes()
                .finish(ride, List.of(outcomes), Fixtures.report(), new IdempotencyKey("over-" + ride.value())));
    }

    private static MemberOutcome came(ParticipantId who) {
        return new MemberOutcome(who, true, Duration.ofMinutes(50), 0.8, 3);
    }

    private Attendance outcome(ParticipantId who, ClassId ride) {
        var attended = history.known(who).attended();
        assertThat(attended).containsKey(ride);
        return Objects.requireNonNull(attended.get(ride));
    }

    private List<ParticipantEvent> outcomesOf(ParticipantId... who) {
        return Stream.of(who)
                .flatMap(one -> history.of(one).stream())
                .filter(AttendanceNoted.class::isInstance)
                .toList();
    }

    private static void soon(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
    }
}
