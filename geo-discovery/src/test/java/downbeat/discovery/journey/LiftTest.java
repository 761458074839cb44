package downbeat.discovery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downbeat.discovery.journey.Lift.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiftTest {
    /** Newcombe 1998, table II, method 10. */
    static Stream<Published> published() {
        return Stream.of(
                new Published(new Share(56, 70), new Share(48, 80), 0.0524, 0.3339),
                new Published(new Share(9, 10), new Share(3, 10), 0.1705, 0.8090),
                new Published(new Share(10, 10), new Share(0, 20), 0.6791, 1.0000),
                new Published(new Share(0, 10), new Share(0, 10), -0.2775, 0.2775));
    }

    record Published(Share first, Share second, double low, double high) {}

    @ParameterizedTest
    @MethodSource("published")
    void the_interval_is_the_published_one(Published it) {
        var interval = new Lift(it.first(), it.second()).interval();
        assertThat(interval.low()).isCloseTo(it.low(), within(0.00006));
        assertThat(interval.high()).isCloseTo(it.high(), within(0.00006));
    }

    private static Verdict verdict(long came, long open, long cameHeldOut, long heldOut) {
        return new Lift(new Share(came, open), new Share(cameHeldOut, heldOut)).verdict();
    }

    @Test
    void a_few_people_are_too_few_to_be_told() {
        assertThat(verdict(12, 81, 2, 9)).isEqualTo(Verdict.TOO_FEW);
        assertThat(verdict(300, 2_000, 9, 200)).isEqualTo(Verdict.TOO_FEW);
        assertThat(verdict(0, 0, 0, 0)).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void little_data_says_underpowered_whatever_the_difference_is() {
        assertThat(verdict(120, 900, 30, 100)).isEqualTo(Verdict.UNDERPOWERED);
        assertThat(verdict(0, 9_000, 0, 1_000)).as("of nobody who came").isEqualTo(Verdict.UNDERPOWERED);
    }

    @Test
    void groups_of_other_sizes_than_were_drawn_are_uneven() {
        assertThat(verdict(1_500, 9_000, 150, 800)).isEqualTo(Verdict.UNEVEN);
        assertThat(verdict(1_500, 9_000, 150, 1_000)).isNotEqualTo(Verdict.UNEVEN);
    }

    @Test
    void with_enough_data_it_says_what_it_saw() {
        assertThat(verdict(1_800, 9_000, 150, 1_000)).isEqualTo(Verdict.MORE);
        assertThat(verdict(1_200, 9_000, 200, 1_000)).isEqualTo(Verdict.FEWER);
        assertThat(verdict(1_500, 9_000, 165, 1_000)).isEqualTo(Verdict.NO_DIFFERENCE_SEEN);
    }
}
