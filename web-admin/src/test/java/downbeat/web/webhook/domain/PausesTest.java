package downbeat.web.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final double EVEN = 0.5;

    @Test
    void the_first_pauses_are_seconds_and_the_last_is_a_day() {
        assertThat(Pauses.after(1, EVEN)).contains(Duration.ofSeconds(5));
        assertThat(Pauses.after(2, EVEN)).contains(Duration.ofMinutes(5));
        assertThat(Pauses.after(3, EVEN)).contains(Duration.ofMinutes(30));
        assertThat(Pauses.after(9, EVEN)).contains(Duration.ofHours(24));
        assertThat(Pauses.after(10, EVEN)).as("it was the last try").isEmpty();
    }

    @Property
    void luck_moves_a_pause_by_a_tenth_at_most(
            @ForAll @IntRange(min = 1, max = 9) int tries,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double luck) {
        var even = Pauses.after(tries, EVEN).orElseThrow().toMillis();
        assertThat(Pauses.after(tries, luck).orElseThrow().toMillis()).isBetween(even * 9 / 10, even * 11 / 10);
    }

    @Test
    void an_endpoint_that_asks_for_time_gets_it_within_a_day_and_never_less_than_our_own_pause() {
        assertThat(Pauses.after(1, EVEN, Optional.of(Duration.ofMinutes(2)))).contains(Duration.ofMinutes(2));
        assertThat(Pauses.after(1, EVEN, Optional.of(Duration.ofDays(400)))).contains(Pauses.LONGEST_ASKED);
        assertThat(Pauses.after(2, EVEN, Optional.of(Duration.ofSeconds(1)))).contains(Duration.ofMinutes(5));
        assertThat(Pauses.after(10, EVEN, Optional.of(Duration.ofSeconds(1)))).isEmpty();
    }
}
