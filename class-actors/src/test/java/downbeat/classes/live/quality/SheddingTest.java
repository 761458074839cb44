package downbeat.classes.live.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SheddingTest {
    private static final Duration PUNCTUAL = Duration.ofMillis(3);
    private static final Duration LATE = Duration.ofMillis(260);

    private final Shedding shedding = new Shedding(new Shedding.Limits(true, Duration.ofMillis(250), 0.95));
    private Duration now = Duration.ofSeconds(100);

    private Rung seconds(int count, Duration late, double load) {
        var ceiling = Rung.FULL;
        for (var i = 0; i < count; i++) {
            now = now.plusSeconds(1);
            ceiling = shedding.second(late, load, now);
        }
        return ceiling;
    }

    @Test
    void two_late_ticks_in_ten_are_forgiven() {
        for (var round = 0; round < 10; round++) {
            assertThat(seconds(2, LATE, 0)).isEqualTo(Rung.FULL);
            assertThat(seconds(8, PUNCTUAL, 0)).isEqualTo(Rung.FULL);
        }
    }

    @Test
    void a_third_one_costs_a_rung_for_everybody_and_three_more_another_but_no_more() {
        assertThat(seconds(3, LATE, 0)).isEqualTo(Rung.LEAN);
        assertThat(seconds(3, LATE, 0)).isEqualTo(Rung.TRAINER_LOW);
        assertThat(seconds(60, LATE, 0)).isEqualTo(Rung.TRAINER_LOW);
    }

    @Test
    void a_tick_that_is_not_late_enough_is_not_late() {
        assertThat(seconds(60, Duration.ofMillis(250), 0.95)).isEqualTo(Rung.FULL);
    }

    @Test
    void busy_processors_count_as_a_late_tick() {
        assertThat(seconds(3, PUNCTUAL, 0.96)).isEqualTo(Rung.LEAN);
    }

    @Test
    void a_load_that_is_not_known_does_not_count() {
        assertThat(seconds(60, PUNCTUAL, -1)).isEqualTo(Rung.FULL);
    }

    @Test
    void it_comes_back_one_rung_for_eight_good_seconds_and_slower_after_a_relapse() {
        seconds(6, LATE, 0);
        assertThat(seconds(8, PUNCTUAL, 0)).isEqualTo(Rung.TRAINER_LOW);
        assertThat(seconds(1, PUNCTUAL, 0)).isEqualTo(Rung.LEAN);
        assertThat(seconds(8, PUNCTUAL, 0)).isEqualTo(Rung.FULL);
        assertThat(seconds(3, LATE, 0)).isEqualTo(Rung.LEAN);
        assertThat(seconds(16, PUNCTUAL, 0)).isEqualTo(Rung.LEAN);
        assertThat(seconds(1, PUNCTUAL, 0)).isEqualTo(Rung.FULL);
    }

    @Test
    void switched_off_it_never_sheds() {
        var off = new Shedding(Shedding.Limits.OFF);
        for (var i = 0; i < 20; i++) {
            assertThat(off.second(Duration.ofSeconds(5), 1, Duration.ofSeconds(i)))
                    .isEqualTo(Rung.FULL);
        }
    }
}
