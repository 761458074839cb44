package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {
    private final SignsOfLife signs = new SignsOfLife();

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void a_device_that_says_nothing_of_its_link_is_alive_with_every_tick() {
        assertThat(LongStream.range(0, 10).filter(second -> signs.atTick(millis(1_000 * second))))
                .hasSize(10);
    }

    @Test
    void a_device_that_speaks_is_heard_at_once_and_not_with_the_tick_as_well() {
        assertThat(signs.atTick(millis(0))).isTrue();
        for (var second = 0; second < 10; second++) {
            assertThat(signs.atOnce(millis(1_000 * second + 300))).isTrue();
            assertThat(signs.atTick(millis(1_000 * second + 1_000))).isFalse();
        }
    }

    @Test
    void one_whose_words_come_unevenly_over_a_bad_link_is_heard_each_time() {
        for (var at : new long[] {1_000, 2_450, 3_300, 4_010, 5_440}) {
            assertThat(signs.atOnce(millis(at))).isTrue();
        }
    }

    @Test
    void one_that_speaks_a_hundred_times_a_second_is_heard_twice() {
        assertThat(LongStream.range(0, 1_000).filter(n -> signs.atOnce(millis(10 * n))))
                .hasSize(20);
    }

    @Test
    void when_it_falls_silent_the_tick_takes_over() {
        assertThat(signs.atOnce(millis(300))).isTrue();
        assertThat(signs.atTick(millis(1_000))).isFalse();
        assertThat(signs.atTick(millis(2_000))).isTrue();
        assertThat(signs.atTick(millis(3_000))).isTrue();
    }
}
