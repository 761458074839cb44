package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.socket.SocketClosed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a socket that ends. */
class EndingTest {
    private static final long BEGUN = Duration.ofSeconds(7).toNanos();

    private final List<Throwable> closed = new ArrayList<>();
    private final Ending ending = new Ending(closed::add);

    private static long later(long millis) {
        return BEGUN + Duration.ofMillis(millis).toNanos();
    }

    @Test
    void a_socket_that_does_not_end_is_not_closed_by_time_and_has_no_code() {
        ending.tick(later(60_000));
        ending.finish();
        assertThat(ending.begun()).isFalse();
        assertThat(ending.code()).isNegative();
        assertThat(closed).isEmpty();
    }

    @Test
    void an_end_waits_two_seconds_for_the_last_replies() {
        ending.begin(Close.LEFT, "left", BEGUN);
        ending.tick(later(2_000));
        assertThat(ending.begun()).isTrue();
        assertThat(closed).isEmpty();
        ending.tick(later(2_001));
        assertThat(closed).hasSize(1);
    }

    @Test
    void an_end_whose_last_replies_are_sent_is_over_at_once_and_says_why() {
        ending.begin(Close.FLOODING, "too much", BEGUN);
        ending.finish();
        assertThat(ending.code()).isEqualTo(Close.FLOODING);
        assertThat(closed).singleElement().isInstanceOfSatisfying(SocketClosed.class, why -> {
            assertThat(why.code()).isEqualTo(Close.FLOODING);
            assertThat(why.reason()).isEqualTo("too much");
        });
    }
}
