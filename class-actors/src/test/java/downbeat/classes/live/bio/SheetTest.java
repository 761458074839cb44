package downbeat.classes.live.bio;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.clock.ClassTime;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SheetTest {
    private static final ClassTime NOW = ClassTime.ofMillis(100_000);

    private static ClassTime ago(Duration time) {
        return NOW.minus(time);
    }

    private static BioRow row(String name, int heartRate, Duration ago) {
        return new BioRow(new ParticipantId(name), name, Signs.of(Reading.of(heartRate, null, null, null), ago(ago)));
    }

    private static Sheet sheet(List<List<BioRow>> relays, Metric metric) {
        return Sheet.of(relays, member -> null, "b-1", metric, NOW);
    }

    @Example
    void the_highest_leads_and_who_has_nothing_to_show_is_no_part_of_it() {
        var silent = new BioRow(new ParticipantId("zoe"), "Zoe", Signs.NONE);
        var sheet = sheet(
                List.of(
                        List.of(row("mia", 140, Duration.ZERO), silent),
                        List.of(row("noah", 171, Duration.ofMillis(400)))),
                Metric.HR);

        assertThat(sheet.top()).extracting(Line::name).containsExactly("noah", "mia");
        assertThat(sheet.board()).extracting(Line::name).containsExactly("noah", "mia", "Zoe");
        assertThat(sheet.means().heartRate()).isEqualTo(156);
        assertThat(sheet.means().power()).isNull();
        assertThat(sheet.count()).isEqualTo(2);
        assertThat(sheet.zones()).containsExactly(0, 0, 1, 0, 1);
    }

    @Example
    void the_board_of_the_class_has_twenty_and_the_trainers_everybody() {
        var rows = IntStream.range(0, 37)
                .mapToObj(n -> row("m" + n, 100 + n, Duration.ZERO))
                .toList();
        var sheet = sheet(List.of(rows), Metric.HR);

        assertThat(sheet.top()).hasSize(20);
        assertThat(sheet.top().getFirst().reading().heartRate()).isEqualTo(136);
        assertThat(sheet.board()).hasSize(37);
        assertThat(sheet.count()).isEqualTo(37);
    }

    @Example
    void a_member_with_two_devices_at_two_relays_counts_once_with_the_newest_of_each() {
        var mia = new ParticipantId("mia");
        var strap = Signs.of(Reading.of(150, null, 180, null), ago(Duration.ofMillis(900)));
        var bike = Signs.of(Reading.of(null, 92, 220, null), ago(Duration.ofMillis(100)));
        var sheet = sheet(
                List.of(List.of(new BioRow(mia, "Mia", strap)), List.of(new BioRow(mia, "Mia", bike))), Metric.POWER);

        assertThat(sheet.board()).singleElement().satisfies(line -> {
            assertThat(line.reading()).isEqualTo(Reading.of(150, 92, 220, null));
            assertThat(line.zone()).isEqualTo(3);
        });
        assertThat(sheet.count()).isEqualTo(1);
    }

    @Example
    void confirmed_reps_count_beside_those_of_a_device() {
        var mia = new BioRow(
                new ParticipantId("mia"), "Mia", Signs.of(Reading.of(null, null, null, 9), ago(Duration.ZERO)));
        var noah = new BioRow(new ParticipantId("noah"), "Noah", Signs.NONE);
        var sheet = Sheet.of(
                List.of(List.of(mia, noah)),
                member -> member.value().equals("noah") ? 12 : null,
                null,
                Metric.REPS,
                NOW);

        assertThat(sheet.top()).extracting(Line::name).containsExactly("Noah", "Mia");
        assertThat(sheet.top().getFirst().reading().reps()).isNull();
        assertThat(sheet.top().getFirst().confirmed()).isEqualTo(12);
    }

    /** L8: what is told every second and stands until the next telling is never shown for longer than three seconds. */
    @Property
    void a_strap_that_drops_out_is_a_dash_within_three_seconds(@ForAll("phases") int phaseMillis) {
        var lastHeard = ClassTime.ofMillis(50_000);
        var signs = Signs.of(Reading.of(150, null, null, null), lastHeard);
        var shownLast = ClassTime.ZERO;
        for (var told = lastHeard.plus(Duration.ofMillis(phaseMillis));
                told.isBefore(lastHeard.plus(Duration.ofSeconds(6)));
                told = told.plus(Sample.TOLD_EVERY)) {
            if (signs.fresh(told).heartRate() != null) {
                shownLast = told.plus(Sample.TOLD_EVERY);
            }
        }
        assertThat(shownLast.since(lastHeard)).isBetween(Duration.ofSeconds(1), Sample.SHOWN);
    }

    @Property
    void the_order_of_merging_does_not_matter(@ForAll("relays") List<List<BioRow>> relays, @ForAll long seed) {
        var other = new ArrayList<List<BioRow>>();
        for (var rows : relays) {
            var shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, new Random(seed));
            other.add(shuffled);
        }
        Collections.shuffle(other, new Random(seed));

        assertThat(sheet(other, Metric.HR)).isEqualTo(sheet(relays, Metric.HR));
    }

    @Property
    void relays_that_say_it_twice_change_nothing(@ForAll("relays") List<List<BioRow>> relays) {
        var twice = new ArrayList<>(relays);
        twice.addAll(relays);

        assertThat(sheet(twice, Metric.POWER)).isEqualTo(sheet(relays, Metric.POWER));
    }

    @Property
    void nothing_stale_is_ever_counted(@ForAll("relays") List<List<BioRow>> relays) {
        var sheet = sheet(relays, Metric.HR);
        var fresh = relays.stream()
                .flatMap(List::stream)
                .map(row -> row.signs().heartRate())
                .filter(Objects::nonNull)
                .filter(sample -> NOW.since(sample.at()).compareTo(Sample.FRESH) <= 0)
                .map(Sample::value)
                .toList();
        var shown = sheet.board().stream()
                .map(line -> line.reading().heartRate())
                .filter(Objects::nonNull)
                .toList();

        assertThat(fresh).containsAll(shown);
        assertThat(sheet.zones().stream().mapToInt(Integer::intValue).sum()).isEqualTo(shown.size());
        assertThat(sheet.means().heartRate() == null).isEqualTo(shown.isEmpty());
        if (!shown.isEmpty()) {
            assertThat(sheet.means().heartRate()).isBetween(Collections.min(shown), Collections.max(shown));
        }
    }

    @Provide
    Arbitrary<Integer> phases() {
        return Arbitraries.integers().between(0, 999);
    }

    @Provide
    Arbitrary<List<List<BioRow>>> relays() {
        return rows().list().ofMaxSize(8).list().ofMaxSize(4);
    }

    private static Arbitrary<BioRow> rows() {
        var sample = Combinators.combine(
                        Arbitraries.integers().between(40, 200),
                        Arbitraries.longs().between(0, 6_000))
                .as((value, ago) -> new Sample(value, ago(Duration.ofMillis(ago))))
                .injectNull(0.3);
        return Combinators.combine(Arbitraries.of("mia", "noah", "zoe", "ben"), sample, sample, sample, sample)
                .as((name, rate, cadence, power, reps) ->
                        new BioRow(new ParticipantId(name), name, new Signs(rate, cadence, power, reps, null)));
    }
}
