package downbeat.classes.live.bio;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.clock.ClassTime;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BoardTest {
    private static final ClassTime NOW = ClassTime.ofMillis(100_000);
    private static final Board.Person MIA = new Board.Person(new ParticipantId("mia"), "Mia");
    private static final Board.Person NOAH = new Board.Person(new ParticipantId("noah"), "Noah");
    private static final Reading READING = Reading.of(150, 90, 210, 12);

    private final Board board = new Board();

    private List<BioRow> rows(Map<Board.Person, Shares> shares) {
        return board.rows(
                List.of(MIA, NOAH),
                member -> shares.entrySet().stream()
                        .filter(entry -> entry.getKey().member().equals(member))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(Shares.NONE));
    }

    @Example
    void nothing_is_shared_until_it_was_chosen() {
        board.take(MIA.member(), READING, NOW);

        assertThat(rows(Map.of())).isEmpty();
        assertThat(board.of(MIA.member(), NOW)).as("for oneself").isEqualTo(READING);
    }

    @Example
    void only_what_was_chosen_leaves_the_relay() {
        board.take(MIA.member(), READING, NOW);
        board.take(NOAH.member(), READING, NOW);

        assertThat(rows(Map.of(MIA, new Shares(true, false, false, true))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.name()).isEqualTo("Mia");
                    assertThat(row.signs().fresh(NOW)).isEqualTo(Reading.of(150, null, null, 12));
                    assertThat(row.signs().power()).isNull();
                });
    }

    @Example
    void who_shares_and_has_no_sensor_has_a_row_without_values() {
        assertThat(rows(Map.of(NOAH, Shares.ALL))).containsExactly(new BioRow(NOAH.member(), NOAH.name(), Signs.NONE));
    }

    @Example
    void a_strap_that_drops_out_comes_back_by_itself() {
        board.take(MIA.member(), READING, NOW);
        var later = NOW.plus(Duration.ofSeconds(3));
        board.take(MIA.member(), Reading.of(null, 91, 200, 13), later);
        assertThat(board.of(MIA.member(), later)).isEqualTo(Reading.of(null, 91, 200, 13));

        var back = later.plus(Duration.ofSeconds(1));
        board.take(MIA.member(), Reading.of(149, 91, 200, 13), back);
        assertThat(board.of(MIA.member(), back).heartRate()).isEqualTo(149);
    }

    @Example
    void who_has_left_is_forgotten() {
        board.take(MIA.member(), READING, NOW);
        board.forget(MIA.member());

        assertThat(board.of(MIA.member(), NOW)).isEqualTo(Reading.SILENT);
    }

    @Property
    void every_heart_rate_has_a_zone_and_a_higher_one_never_a_lower(
            @ForAll @IntRange(min = Reading.LEAST_HEART_RATE, max = Reading.MOST_HEART_RATE - 1) int rate,
            @ForAll @IntRange(min = Reading.LEAST_MAX_HEART_RATE, max = Reading.MOST_MAX_HEART_RATE - 1) int max) {
        assertThat(Zones.of(rate, max)).isBetween(1, Zones.COUNT);
        assertThat(Zones.of(rate + 1, max)).isGreaterThanOrEqualTo(Zones.of(rate, max));
        assertThat(Zones.of(rate, max))
                .as("of who can more, the same is less")
                .isGreaterThanOrEqualTo(Zones.of(rate, max + 1));
    }

    @Example
    void zones_end_at_shares_of_the_maximal_heart_rate() {
        assertThat(Stream.of(113, 114, 133, 152, 171).map(rate -> Zones.of(rate, Zones.MAX_HEART_RATE)))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(Stream.of(113, 114, 133, 152, 171).map(rate -> Zones.of(rate, 160)))
                .containsExactly(3, 3, 4, 5, 5);
    }

    /** Mia can reach 170, Noah has said nothing: 150 bpm are zone 4 of hers and zone 3 of his. */
    @Example
    void a_zone_is_reckoned_by_the_members_own_maximal_heart_rate_and_that_goes_only_where_the_heart_rate_goes() {
        board.take(MIA.member(), new Reading(150, 90, null, null, 170), NOW);
        var all = board.rows(List.of(MIA), member -> Shares.ALL).getFirst().signs();
        var line = new Line(MIA.member(), "Mia", all.fresh(NOW), null);
        assertThat(line.zone()).isEqualTo(4);
        assertThat(new Line(MIA.member(), "Mia", Reading.of(150, 90, null, null), null).zone())
                .isEqualTo(3);
        var cadenceAlone = board.rows(List.of(MIA), member -> new Shares(false, true, false, false))
                .getFirst()
                .signs();
        assertThat(cadenceAlone.fresh(NOW)).isEqualTo(Reading.of(null, 90, null, null));
    }
}
