package downbeat.classes.live.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionQueueTest {
    private static final long START = -7_000_000_000L;
    private static final long TICK = Duration.ofMillis(50).toNanos();
    private static final ParticipantId MIA = member(0);
    private static final ParticipantId NOAH = member(1);
    private static final ParticipantId KIM = member(2);

    private long now = START;

    private static ParticipantId member(int n) {
        return new ParticipantId("m-" + n);
    }

    private static AdmissionQueue queue(int perSecond) {
        return new AdmissionQueue(new AdmissionRate(perSecond), START);
    }

    /** One a second, and the turns that passed unused are taken. */
    private AdmissionQueue slowQueue() {
        var queue = queue(1);
        queue.arrive(member(99), "phone");
        assertThat(queue.admit(now)).hasSize(1);
        return queue;
    }

    private List<ParticipantId> admitted(AdmissionQueue queue, Duration in) {
        var end = now + in.toNanos();
        var admitted = new ArrayList<ParticipantId>();
        while (now < end) {
            now += TICK;
            queue.admit(now).forEach(party -> admitted.add(party.member()));
        }
        return admitted;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void a_rate_outside_its_range_says_where_to_set_it(int perSecond) {
        assertThatThrownBy(() -> new AdmissionRate(perSecond))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("downbeat.live.admission-per-second must be 1 to 10000, but is " + perSecond);
    }

    @Test
    void a_small_class_does_not_wait() {
        var queue = queue(200);
        IntStream.range(0, 20).forEach(n -> queue.arrive(member(n), "phone"));
        assertThat(queue.admit(START)).hasSize(20);
        assertThat(queue.size()).isZero();
    }

    @Test
    void a_place_is_the_members_and_both_devices_go_in_with_it() {
        var queue = slowQueue();
        queue.arrive(MIA, "phone");
        queue.arrive(NOAH, "phone");
        queue.arrive(MIA, "tv");
        assertThat(queue.places(now).get(NOAH)).extracting(Place::position).isEqualTo(2);
        now += Duration.ofSeconds(1).toNanos();
        assertThat(queue.admit(now)).containsExactly(new Party(MIA, Set.of("phone", "tv")));
    }

    @Test
    void who_comes_back_in_time_has_kept_the_place() {
        var queue = slowQueue();
        queue.arrive(MIA, "phone");
        queue.arrive(NOAH, "phone");
        queue.lose(MIA, "phone", now);
        assertThat(admitted(queue, Duration.ofMillis(1_500))).containsExactly(NOAH);
        queue.arrive(KIM, "phone");
        queue.arrive(MIA, "phone");
        assertThat(admitted(queue, Duration.ofSeconds(2))).containsExactly(MIA, KIM);
    }

    @Test
    void who_stays_away_too_long_begins_anew() {
        var queue = queue(1);
        queue.arrive(MIA, "phone");
        queue.arrive(NOAH, "phone");
        queue.lose(MIA, "phone", now);
        queue.expire(now + AdmissionQueue.KEPT.toNanos());
        assertThat(queue.places(now)).containsKey(MIA);
        queue.expire(now + AdmissionQueue.KEPT.toNanos() + 1);
        queue.arrive(MIA, "phone");
        assertThat(queue.places(now).keySet()).containsExactly(NOAH, MIA);
    }

    @Test
    void leaving_frees_the_place_with_the_last_device() {
        var queue = slowQueue();
        queue.arrive(MIA, "phone");
        queue.arrive(MIA, "tv");
        queue.arrive(NOAH, "phone");
        queue.leave(MIA, "tv");
        assertThat(queue.places(now).keySet()).containsExactly(MIA, NOAH);
        queue.leave(MIA, "phone");
        assertThat(queue.places(now).keySet()).containsExactly(NOAH);
        queue.leave(KIM, "phone");
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void nobody_waits_for_who_is_away() {
        var queue = slowQueue();
        queue.arrive(MIA, "phone");
        queue.arrive(NOAH, "phone");
        queue.lose(MIA, "phone", now);
        var noah = queue.places(now).get(NOAH);
        assertThat(noah).isEqualTo(new Place(2, 2, Duration.ofMillis(900)));
    }

    /** Arrivals at any time, a tick every 50 ms: everybody goes in, in the order of arrival. */
    @Property(tries = 200)
    void first_come_first_served_and_nobody_starves(
            @ForAll @IntRange(min = 1, max = 10_000) int perSecond,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 400) Integer> pauses) {
        var queue = queue(perSecond);
        var at = START;
        var arrived = new ArrayList<ParticipantId>();
        var admitted = new ArrayList<ParticipantId>();
        for (var pause : pauses) {
            at += Duration.ofMillis(pause).toNanos();
            arrived.add(member(arrived.size()));
            queue.arrive(arrived.getLast(), "phone");
            queue.admit(at).forEach(party -> admitted.add(party.member()));
        }
        var longest = Duration.ofSeconds(1)
                .dividedBy(perSecond)
                .multipliedBy(arrived.size())
                .plusMillis(50);
        for (var end = at + longest.toNanos(); at <= end; at += TICK) {
            queue.admit(at).forEach(party -> admitted.add(party.member()));
        }
        assertThat(admitted).isEqualTo(arrived);
    }

    @Property(tries = 200)
    void no_more_go_in_than_the_rate_and_what_is_made_up_for(
            @ForAll @IntRange(min = 1, max = 10_000) int perSecond,
            @ForAll @IntRange(min = 0, max = 5_000) int idleMillis,
            @ForAll @IntRange(min = 1, max = 40) int ticks) {
        var queue = queue(perSecond);
        IntStream.range(0, 5_000).forEach(n -> queue.arrive(member(n), "phone"));
        var at = START + Duration.ofMillis(idleMillis).toNanos();
        var in = 0;
        for (var n = 0; n <= ticks; n++) {
            in += queue.admit(at + n * TICK).size();
        }
        var span = ticks * TICK + AdmissionQueue.SLACK.toNanos();
        var most = span / new AdmissionRate(perSecond).gapNanos() + 1;
        assertThat(in).isEqualTo((int) Math.min(5_000, most));
    }

    /** As long as nobody goes away, what each was told on arrival comes true within one tick. */
    @Property(tries = 200)
    void an_estimate_is_right_within_one_tick(
            @ForAll @IntRange(min = 1, max = 10_000) int perSecond,
            @ForAll @IntRange(min = 1, max = 80) int members,
            @ForAll @IntRange(min = 0, max = 49) int phaseMillis) {
        var queue = queue(perSecond);
        Map<ParticipantId, Long> promised = new LinkedHashMap<>();
        for (var n = 0; n < members; n++) {
            queue.arrive(member(n), "phone");
        }
        queue.admit(START);
        queue.places(START)
                .forEach((who, place) -> promised.put(who, START + place.left().toNanos()));
        var at = START + Duration.ofMillis(phaseMillis).toNanos();
        while (queue.size() > 0) {
            for (var party : queue.admit(at)) {
                var late = Duration.ofNanos(at - promised.getOrDefault(party.member(), 0L));
                assertThat(late).isBetween(Duration.ZERO, Duration.ofMillis(50));
            }
            at += TICK;
        }
    }

    @Property(tries = 200)
    void positions_are_contiguous_whatever_happens(
            @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 59) Integer> moves) {
        var queue = queue(50);
        var at = START;
        for (var move : moves) {
            at += TICK / 10;
            var who = member(move % 12);
            switch (move / 12) {
                case 0, 1 -> queue.arrive(who, move % 2 == 0 ? "phone" : "tv");
                case 2 -> queue.lose(who, "phone", at);
                case 3 -> queue.leave(who, "phone");
                default -> queue.admit(at);
            }
            var places = List.copyOf(queue.places(at).values());
            assertThat(places).hasSize(queue.size());
            for (var n = 0; n < places.size(); n++) {
                assertThat(places.get(n).position()).isEqualTo(n + 1);
                assertThat(places.get(n).of()).isEqualTo(places.size());
                assertThat(places.get(n).left()).isGreaterThanOrEqualTo(Duration.ZERO);
            }
        }
    }
}
