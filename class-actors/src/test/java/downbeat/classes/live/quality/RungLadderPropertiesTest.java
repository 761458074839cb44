package downbeat.classes.live.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds of a ladder whatever its device says. */
class RungLadderPropertiesTest {
    /** Four down, four up, and what back-off leaves of a minute of relapses at the worst moments. */
    private static final int MOST_MOVES_A_MINUTE = 16;

    @Provide
    Arbitrary<LinkReport> reports() {
        var loss = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 1),
                Arbitraries.of(0.0, 0.029, 0.03, 0.06, 0.1, 0.25, -1.0, Double.NaN));
        var rtt = Arbitraries.oneOf(Arbitraries.doubles().between(0, 5_000), Arbitraries.of(-1.0, 0.0, 1e308));
        var jitter = Arbitraries.oneOf(Arbitraries.doubles().between(0, 1_000), Arbitraries.of(-1.0, 0.0));
        var freezes = Arbitraries.integers().between(0, 8);
        var acks = Arbitraries.oneOf(Arbitraries.doubles().between(0, 5_000), Arbitraries.of(-1.0));
        var any = Combinators.combine(loss, rtt, jitter, freezes, acks)
                .as((l, r, j, f, a) -> new LinkReport(new LinkStats(r, j, l, -1, f, -1), a));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, any),
                net.jqwik.api.Tuple.of(6, Arbitraries.just(Links.GOOD)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(LinkReport.NOTHING)));
    }

    @Provide
    Arbitrary<Rung> ceilings() {
        return Arbitraries.of(Rung.FULL, Rung.LEAN, Rung.TRAINER_LOW, Rung.AUDIO_FIRST, Rung.CUE_ONLY);
    }

    private static Links after(List<LinkReport> reports) {
        var link = new Links();
        reports.forEach(link::second);
        return link;
    }

    @Property(tries = 300)
    void never_above_the_pin_nor_the_shedding_nor_what_the_link_has_earned(
            @ForAll @Size(max = 120) List<@From("reports") LinkReport> reports,
            @ForAll @From("ceilings") Rung pin,
            @ForAll @From("ceilings") Rung shed) {
        var link = new Links();
        link.ladder.pin(pin);
        link.ladder.shed(shed);
        for (var report : reports) {
            link.second(report);
            var expected = Rung.lower(link.ladder.earned(), Rung.lower(pin, shed));
            assertThat(link.rung()).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    void a_server_never_chooses_autonomous(@ForAll @Size(max = 120) List<@From("reports") LinkReport> reports) {
        assertThat(after(reports).moves).extracting(Move::to).doesNotContain(Rung.AUTONOMOUS);
    }

    @Property(tries = 300)
    void it_rises_one_rung_at_a_time_and_not_within_eight_seconds_of_any_move(
            @ForAll @Size(min = 30, max = 300) List<@From("reports") LinkReport> reports) {
        var link = new Links();
        var last = Duration.ZERO;
        for (var report : reports) {
            var before = link.moves.size();
            link.second(report);
            if (link.moves.size() > before) {
                if (!link.newest().down()) {
                    assertThat(link.newest().to())
                            .isEqualTo(link.newest().from().up());
                    assertThat(link.now.minus(last)).isGreaterThanOrEqualTo(Climb.FIRST);
                }
                last = link.now;
            }
        }
    }

    @Property(tries = 300)
    void no_link_makes_it_flap(@ForAll @Size(min = 120, max = 400) List<@From("reports") LinkReport> reports) {
        assertThat(mostMovesAMinute(reports)).isLessThanOrEqualTo(MOST_MOVES_A_MINUTE);
    }

    /** The worst a forger can do: is good just for as long as it takes to rise, then bad for one second. */
    @Property(tries = 300)
    void not_even_one_that_turns_bad_whenever_it_has_risen(@ForAll @From("reports") LinkReport bad) {
        var link = new Links();
        var at = new ArrayList<Duration>();
        while (link.now.compareTo(Duration.ofMinutes(20)) < 0) {
            var risen = !link.moves.isEmpty() && !link.newest().down();
            var before = link.moves.size();
            link.second(risen || link.rung() == Rung.FULL ? bad : Links.GOOD);
            if (link.moves.size() > before) {
                at.add(link.now);
            }
        }
        assertThat(mostWithinAMinute(at)).isLessThanOrEqualTo(MOST_MOVES_A_MINUTE);
        var lastTenMinutes = at.stream()
                .filter(time -> time.compareTo(Duration.ofMinutes(10)) > 0)
                .count();
        assertThat(lastTenMinutes).as("backed off").isLessThanOrEqualTo(10 * 2 + 1);
    }

    private static int mostMovesAMinute(List<LinkReport> reports) {
        var link = new Links();
        var at = new ArrayList<Duration>();
        for (var report : reports) {
            var before = link.moves.size();
            link.second(report);
            if (link.moves.size() > before) {
                at.add(link.now);
            }
        }
        return mostWithinAMinute(at);
    }

    private static int mostWithinAMinute(List<Duration> at) {
        return (int) at.stream()
                .mapToLong(from -> at.stream()
                        .filter(time ->
                                time.compareTo(from) >= 0 && time.minus(from).compareTo(Duration.ofMinutes(1)) < 0)
                        .count())
                .max()
                .orElse(0);
    }

    @Property(tries = 300)
    void the_same_reports_make_the_same_moves(@ForAll @Size(max = 200) List<@From("reports") LinkReport> reports) {
        assertThat(after(reports).moves).isEqualTo(after(reports).moves);
    }

    @Property(tries = 300)
    void a_worse_report_never_leaves_a_higher_rung(
            @ForAll @Size(max = 60) List<@From("reports") LinkReport> before,
            @ForAll @From("reports") LinkReport one,
            @ForAll @From("reports") LinkReport other) {
        var points = LinkScore.of(one).map(LinkScore::points);
        var others = LinkScore.of(other).map(LinkScore::points);
        if (points.isEmpty() || others.isEmpty()) {
            return;
        }
        var worse = points.get() <= others.get() ? one : other;
        var better = points.get() <= others.get() ? other : one;
        assertThat(after(before)
                        .second(better)
                        .rung()
                        .below(after(before).second(worse).rung()))
                .isFalse();
    }

    @Property(tries = 300)
    void one_report_is_enough_to_be_as_low_as_it_says(
            @ForAll @Size(max = 60) List<@From("reports") LinkReport> before,
            @ForAll @From("reports") LinkReport last) {
        var is = after(before).second(last);
        LinkScore.of(last)
                .ifPresent(score -> assertThat(score.rung().below(is.rung())).isFalse());
    }
}
