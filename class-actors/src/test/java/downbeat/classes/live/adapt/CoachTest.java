package downbeat.classes.live.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.bio.Reading;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class CoachTest {
    private static final Bounds BOUNDS = new Bounds(true, 10, Duration.ofMillis(300));
    private static final Target TEMPO = new Target(3, OptionalInt.of(90));
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Moment moment(@Nullable Integer heartRate, @Nullable Integer cadence) {
        return new Moment(SECOND, BOUNDS, true, TEMPO, Reading.of(heartRate, cadence, null, null), 1);
    }

    private static List<Advice> advised(List<Moment> moments) {
        var coach = Coach.START;
        var advice = new ArrayList<Advice>();
        for (var moment : moments) {
            coach = coach.next(moment);
            advice.add(coach.advice(moment));
        }
        return advice;
    }

    private static Advice after(int seconds, Moment moment) {
        return advised(Collections.nCopies(seconds, moment)).getLast();
    }

    /** 150 bpm are above zone 3 of who reaches 175, and in zone 3 of who has not said anything. */
    @Example
    void the_zone_to_hold_is_the_members_own() {
        var own = new Moment(SECOND, BOUNDS, true, TEMPO, new Reading(150, 90, null, null, 175), 1);
        assertThat(after(60, own).cadencePct()).isNegative();
        assertThat(after(60, moment(150, 90)).cadencePct()).isZero();
    }

    @Example
    void a_heart_rate_above_the_zone_eases_the_cadence_and_says_why() {
        var advice = after(41, moment(160, 90));

        assertThat(advice.cadencePct()).isEqualTo(-8);
        assertThat(advice.why()).isEqualTo("heart rate above zone 3 for 41 s");
    }

    @Example
    void a_heart_rate_within_the_zone_changes_nothing_however_low() {
        assertThat(after(120, moment(150, 90))).isEqualTo(new Advice(true, 0, 0, "as the class"));
        assertThat(after(120, moment(70, 90)).cadencePct()).isZero();
    }

    @Example
    void what_was_eased_returns_when_the_heart_rate_does() {
        var moments = new ArrayList<Moment>();
        moments.addAll(Collections.nCopies(60, moment(165, 90)));
        moments.addAll(Collections.nCopies(120, moment(140, 90)));
        var advice = advised(moments);

        assertThat(advice.get(59).cadencePct()).isEqualTo(-10);
        assertThat(advice.get(80).why()).isEqualTo("heart rate is back in zone 3");
        assertThat(advice.getLast().cadencePct()).isZero();
    }

    @Example
    void a_heart_rate_that_wavers_at_the_border_is_told_once() {
        var moments = new ArrayList<Moment>();
        for (var n = 0; n < 300; n++) {
            moments.add(moment(n % 20 < 10 ? 155 : 158, 90));
        }
        var told = advised(moments).stream().skip(60).map(Advice::cadencePct).distinct();

        assertThat(told).hasSize(1);
    }

    @Example
    void an_easy_stretch_asks_for_no_ease_though_the_heart_still_races() {
        var easy =
                new Moment(SECOND, BOUNDS, true, new Target(1, OptionalInt.of(90)), Reading.of(170, 90, null, null), 1);

        assertThat(after(60, easy).cadencePct()).isZero();
    }

    @Example
    void a_member_who_is_behind_the_cadence_is_told_earlier() {
        assertThat(after(60, moment(140, 71)).leadMillis()).isEqualTo(300);
        assertThat(after(60, moment(140, 88)).leadMillis()).isZero();
        assertThat(after(60, moment(140, 79)).leadMillis()).isBetween(20, 280);
    }

    @Example
    void fewer_repetitions_than_the_room_ask_for_ease() {
        var tired = new Moment(SECOND, BOUNDS, true, TEMPO, Reading.of(140, 90, null, null), 0.5);
        var advice = after(60, tired);

        assertThat(advice.cadencePct()).isEqualTo(-5);
        assertThat(advice.why()).isEqualTo("fewer repetitions than the room");
    }

    @Example
    void a_segments_target_follows_from_its_power() {
        assertThat(zone(SegmentKind.STEADY, 50, 50)).isEqualTo(1);
        assertThat(zone(SegmentKind.STEADY, 70, 70)).isEqualTo(2);
        assertThat(zone(SegmentKind.STEADY, 85, 90)).isEqualTo(3);
        assertThat(zone(SegmentKind.STEADY, 100, 100)).isEqualTo(4);
        assertThat(zone(SegmentKind.INTERVAL_ON, 120, 120)).isEqualTo(5);
        assertThat(zone(SegmentKind.WARMUP, 40, 80)).as("half way up a ramp").isEqualTo(2);
        var free = segment(SegmentKind.FREE, Optional.empty());
        assertThat(Target.of(free, Duration.ofSeconds(30))).isEmpty();
    }

    private static int zone(SegmentKind kind, double from, double to) {
        return Target.of(segment(kind, Optional.of(new PowerRange(from, to))), Duration.ofSeconds(30))
                .orElseThrow()
                .zone();
    }

    private static Segment segment(SegmentKind kind, Optional<PowerRange> power) {
        return new Segment(0, kind, Duration.ZERO, Duration.ofMinutes(1), power, OptionalInt.of(90), "Work");
    }

    @Property
    void advice_is_within_the_bounds_at_every_moment(@ForAll("rides") List<Moment> ride) {
        var advice = advised(ride);
        for (var n = 0; n < ride.size(); n++) {
            var bounds = ride.get(n).bounds();
            assertThat(advice.get(n).cadencePct()).isBetween(-bounds.cadencePct(), bounds.cadencePct());
            assertThat(advice.get(n).leadMillis())
                    .isBetween(0, (int) bounds.lead().toMillis());
        }
    }

    @Property
    void switched_off_is_zero_at_once(@ForAll("rides") List<Moment> ride, @ForAll boolean byTheMember) {
        var last = ride.getLast();
        var off = new ArrayList<>(ride);
        off.add(new Moment(
                SECOND,
                byTheMember ? last.bounds() : Bounds.OFF,
                !byTheMember,
                last.target(),
                last.reading(),
                last.repsShare()));

        assertThat(advised(off).getLast()).isEqualTo(Advice.OFF);
    }

    @Property
    void a_higher_heart_rate_never_asks_for_more(
            @ForAll("rides") List<Moment> ride, @ForAll @IntRange(min = 0, max = 40) int higher) {
        var harder = ride.stream().map(moment -> faster(moment, higher)).toList();
        var before = advised(ride);
        var after = advised(harder);
        for (var n = 0; n < ride.size(); n++) {
            assertThat(after.get(n).cadencePct())
                    .isLessThanOrEqualTo(before.get(n).cadencePct());
        }
    }

    private static Moment faster(Moment moment, int beats) {
        var rate = moment.reading().heartRate();
        var reading = Reading.of(
                rate == null ? null : (Integer) (rate + beats), moment.reading().cadence(), null, null);
        return new Moment(
                moment.since(), moment.bounds(), moment.wanted(), moment.target(), reading, moment.repsShare());
    }

    @Property
    void cadence_moves_by_at_most_two_percent_in_ten_seconds(@ForAll("steadyRides") List<Moment> ride) {
        var advice = advised(ride);
        for (var n = 0; n < advice.size(); n++) {
            for (var m = n; m < Math.min(advice.size(), n + 11); m++) {
                assertThat(Math.abs(advice.get(m).cadencePct() - advice.get(n).cadencePct()))
                        .isLessThanOrEqualTo(2);
            }
        }
    }

    @Property
    void the_same_moments_give_the_same_advice(@ForAll("rides") List<Moment> ride) {
        assertThat(advised(ride)).isEqualTo(advised(ride));
    }

    /** Rides in which the trainer changes the bounds too. */
    @Provide
    Arbitrary<List<Moment>> rides() {
        var bounds = Combinators.combine(
                        Arbitraries.integers().between(0, Bounds.MOST_CADENCE_PCT),
                        Arbitraries.integers().between(0, (int) Bounds.MOST_LEAD.toMillis()))
                .as((pct, lead) -> new Bounds(true, pct, Duration.ofMillis(lead)));
        return moments(bounds).list().ofMinSize(1).ofMaxSize(120);
    }

    @Provide
    Arbitrary<List<Moment>> steadyRides() {
        return moments(Arbitraries.just(new Bounds(true, 20, Duration.ofSeconds(1))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(120);
    }

    private static Arbitrary<Moment> moments(Arbitrary<Bounds> bounds) {
        var target = Arbitraries.integers()
                .between(1, 5)
                .map(zone -> new Target(zone, OptionalInt.of(90)))
                .injectNull(0.1);
        var reading = Combinators.combine(
                        Arbitraries.integers().between(60, 200).injectNull(0.1),
                        Arbitraries.integers().between(0, 130).injectNull(0.1))
                .as((rate, cadence) -> Reading.of(rate, cadence, null, null));
        return Combinators.combine(
                        bounds, target, reading, Arbitraries.doubles().between(0, 2))
                .as((bound, aim, read, reps) -> new Moment(SECOND, bound, true, aim, read, reps));
    }
}
