package downbeat.discovery.alert;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.discovery.alert.Waves.Standing;
import downbeat.discovery.listing.ListingId;
import downbeat.discovery.stage.Wishes;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many are told at once, who, and when the next ones are. */
class WavesTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final ListingId RIDE = ListingId.of(new PopUpId("u-ride"));

    private static Candidate candidate(String who, double metres) {
        return new Candidate(new ParticipantId(who), metres, Set.of(Channel.PAGE), NOW);
    }

    private static List<Candidate> crowd(int many) {
        return IntStream.range(0, many).mapToObj(n -> candidate("m-" + n, 500)).toList();
    }

    private static List<String> names(Waves.Wave wave) {
        return wave.told().stream().map(it -> it.member().value()).toList();
    }

    private static Standing told(Duration ago, int lately) {
        return new Standing(NOW.minus(ago), lately, NOW.minus(ago));
    }

    @Test
    void twenty_places_are_told_to_a_hundred_and_not_to_three_thousand() {
        var first = Waves.of(RIDE, 20, crowd(3_000), Map.of(), NOW, TOMORROW);
        assertThat(first.told()).hasSize(100);
        assertThat(first.next()).contains(NOW.plus(Waves.PAUSE));
        assertThat(Waves.of(RIDE, 20, crowd(100), Map.of(), NOW, TOMORROW).next())
                .as("all are told")
                .isEmpty();
    }

    @Test
    void a_wave_grows_with_what_is_left_within_bounds() {
        assertThat(Waves.size(0)).isZero();
        assertThat(Waves.size(-3)).isZero();
        assertThat(Waves.size(1)).isEqualTo(Waves.LEAST);
        assertThat(Waves.size(20)).isEqualTo(100);
        assertThat(Waves.size(Integer.MAX_VALUE)).isEqualTo(Waves.MOST);
    }

    @Test
    void the_nearest_come_first_and_of_these_who_was_told_the_least_recently() {
        var all = List.of(
                candidate("far", 2_100), candidate("yesterday", 900), candidate("never", 100), candidate("older", 10));
        var standings = Map.of(
                new ParticipantId("yesterday"), told(Duration.ofHours(25), 0),
                new ParticipantId("older"), told(Duration.ofDays(9), 0));
        assertThat(names(Waves.of(RIDE, 20, all, standings, NOW, TOMORROW)))
                .containsExactly("never", "older", "yesterday", "far");
    }

    @Test
    void nobody_is_told_more_than_three_times_in_a_day() {
        var tired = new ParticipantId("tired");
        var all = List.of(candidate("tired", 10), candidate("fresh", 10));
        var oldest = NOW.minus(Duration.ofHours(20));
        var standings = Map.of(tired, new Standing(NOW.minus(Duration.ofHours(1)), Waves.MOST_A_DAY, oldest));
        var wave = Waves.of(RIDE, 20, all, standings, NOW, TOMORROW);
        assertThat(names(wave)).containsExactly("fresh");
        assertThat(wave.next()).as("when the oldest is a day old").contains(oldest.plus(Waves.DAY));
        var soon = Waves.of(RIDE, 20, all, standings, NOW, NOW.plus(Duration.ofHours(4)));
        assertThat(soon.next()).as("it begins before").isEmpty();
        var once = Map.of(tired, new Standing(NOW, Waves.MOST_A_DAY - 1, oldest));
        assertThat(names(Waves.of(RIDE, 20, all, once, NOW, TOMORROW))).contains("tired");
    }

    @Test
    void who_sleeps_takes_nobodys_turn_and_is_told_in_the_morning_if_it_is_not_over() {
        var wish = Wishes.quiet(Wishes.around(new GeoPoint(52.5, 13.4), 3_000), "12:00", "14:00");
        var match = new Match(Wishes.alert("sleeper", wish), 10);
        var awake = new Match(Wishes.alert("awake", Wishes.around(new GeoPoint(52.5, 13.4), 3_000)), 10);
        var all = Candidate.of(List.of(match, awake), NOW);
        var wave = Waves.of(RIDE, 1, all, Map.of(), NOW, TOMORROW);
        assertThat(names(wave)).containsExactly("awake");
        assertThat(wave.next()).contains(Instant.parse("2026-12-01T13:00:00Z"));
        assertThat(Waves.of(RIDE, 1, all, Map.of(), NOW, NOW.plus(Duration.ofMinutes(50)))
                        .next())
                .isEmpty();
    }

    @Test
    void two_alerts_of_one_member_tell_once_by_what_is_awake() {
        var here = Wishes.around(new GeoPoint(52.5, 13.4), 3_000);
        var asleep = Wishes.quiet(Wishes.by(here, Set.of(Channel.LETTER)), "12:00", "14:00");
        var two = Candidate.of(
                List.of(new Match(Wishes.alert("m", asleep), 10), new Match(Wishes.alert("m", here), 900)), NOW);
        assertThat(two).containsExactly(new Candidate(new ParticipantId("m"), 10, Set.of(Channel.PAGE), NOW));
        var both = Candidate.of(
                List.of(
                        new Match(Wishes.alert("m", Wishes.by(here, Set.of(Channel.LETTER))), 10),
                        new Match(Wishes.alert("m", here), 900)),
                NOW);
        assertThat(both)
                .containsExactly(new Candidate(new ParticipantId("m"), 10, Set.of(Channel.PAGE, Channel.LETTER), NOW));
    }

    @Test
    void the_pause_is_shorter_for_what_begins_soon() {
        assertThat(Waves.pause(NOW, TOMORROW)).isEqualTo(Waves.PAUSE);
        assertThat(Waves.pause(NOW, NOW.plus(Duration.ofMinutes(50)))).isEqualTo(Duration.ofMinutes(5));
        assertThat(Waves.pause(NOW, NOW.plusSeconds(9))).isEqualTo(Waves.SHORTEST_PAUSE);
        assertThat(Waves.of(RIDE, 1, crowd(50), Map.of(), NOW, NOW.plusSeconds(30))
                        .next())
                .as("it is over before the next")
                .isEmpty();
    }

    /** Wave after wave everybody is told once, whatever the crowd is, and never more at once than fit. */
    @Test
    void in_the_end_everybody_is_told_once() {
        var random = new Random(7);
        for (int n = 0; n < 200; n++) {
            var all = new ArrayList<>(crowd(random.nextInt(400)));
            int left = 1 + random.nextInt(30);
            var told = new HashSet<String>();
            var at = Optional.of(NOW);
            while (at.isPresent()) {
                var wave = Waves.of(RIDE, left, all, Map.of(), at.get(), NOW.plus(Duration.ofDays(30)));
                assertThat(wave.told()).hasSizeLessThanOrEqualTo(Waves.size(left));
                names(wave).forEach(it -> assertThat(told.add(it)).isTrue());
                all.removeAll(wave.told());
                at = wave.next();
            }
            assertThat(all).isEmpty();
        }
    }
}
