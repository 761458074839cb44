package downbeat.web.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.Alone;
import downbeat.web.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Two hundred members press join within one second, and a hundred a second are let in. */
@Alone
class RushTest {
    private static final int MEMBERS = 200;
    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final Duration AFTER_ADMISSION = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Who waits so long has had its answer to a clock probe. */
    private static final Duration LONG_ENOUGH = Duration.ofMillis(500);

    /** Requests of two devices may overtake each other on their way to the queue. */
    private static final Duration ON_THE_WAY = Duration.ofMillis(500);

    @Test
    void they_go_in_in_order_and_each_knows_its_place() {
        try (var stage = Stage.open("downbeat { live.admission-per-second = 100, http.rate-limits = off }")) {
            var guests = rush(Crowd.before(stage, "rush", MEMBERS));
            await().atMost(PATIENCE).until(() -> guests.stream().allMatch(guest -> guest.firstPush() != null));
            guests.forEach(RushTest::checkPlaces);
            assertThat(guests)
                    .as("members who had time to prepare")
                    .anyMatch(guest ->
                            guest.first(one -> one.frame().at("/clock/t").isNumber()) != null);
            checkOrder(guests);
            assertThat(guests).allSatisfy(guest -> assertThat(guest.faults()).isEmpty());
            assertThat(guests)
                    .allSatisfy(guest ->
                            assertThat(between(in(guest), pushed(guest))).isLessThanOrEqualTo(AFTER_ADMISSION));
            var waited =
                    guests.stream().filter(guest -> !guest.places().isEmpty()).count();
            assertThat(waited).as("members who had to wait").isGreaterThan(MEMBERS / 4);
        }
    }

    /** They have their join tokens and their sockets, as devices in front of a closed door do; one press every 5 ms. */
    private static List<Guest> rush(Crowd crowd) {
        var passes = Crowd.each(
                crowd.members(),
                member ->
                        member.post(crowd.classPath() + "/join").expecting(200).json());
        var guests = Crowd.each(passes, Guest::atTheDoor);
        var start = System.nanoTime();
        for (var n = 0; n < MEMBERS; n++) {
            LockSupport.parkNanos(start + n * WITHIN.toNanos() / MEMBERS - System.nanoTime());
            guests.get(n).enters();
        }
        return guests;
    }

    /** At the end of the queue first, and never further back; the plan is there before the turn has come. */
    private static void checkPlaces(Guest guest) {
        var places = guest.places();
        if (places.isEmpty()) {
            return;
        }
        var first = places.getFirst();
        assertThat(position(first)).isEqualTo(first.get("of").asInt());
        assertThat(places).extracting(RushTest::position).isSortedAccordingTo(Comparator.reverseOrder());
        var heard = guest.heard();
        var told = Objects.requireNonNull(guest.first(one -> one.is("queue")));
        assertThat(told.nanos()).isLessThan(in(guest));
        if (between(told.nanos(), in(guest)).compareTo(LONG_ENOUGH) > 0) {
            assertThat(heard.indexOf(guest.connected()))
                    .as("prepared before its turn")
                    .isGreaterThan(heard.indexOf(guest.first(one -> one.is("plan"))));
        }
    }

    private static int position(JsonNode place) {
        return place.get("position").asInt();
    }

    private static void checkOrder(List<Guest> guests) {
        var byAsking = new ArrayList<>(guests);
        byAsking.sort(Comparator.comparingLong(Guest::asked));
        for (var earlier : byAsking) {
            for (var later : byAsking) {
                if (later.asked() - earlier.asked() > ON_THE_WAY.toNanos()) {
                    assertThat(in(earlier)).isLessThan(in(later));
                }
            }
        }
    }

    private static long in(Guest guest) {
        return Objects.requireNonNull(guest.connected()).nanos();
    }

    private static long pushed(Guest guest) {
        return Objects.requireNonNull(guest.firstPush()).nanos();
    }

    private static Duration between(long from, long to) {
        return Duration.ofNanos(to - from);
    }
}
