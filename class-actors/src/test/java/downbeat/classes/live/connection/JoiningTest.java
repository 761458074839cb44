package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.log.Position;
import downbeat.classes.live.meter.DoorMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a device that comes for the first time. */
class JoiningTest {
    private static final Frame.Connect FIRST = new Frame.Connect(1L, "t", "d-1", null);
    private static final long OPENED = Duration.ofSeconds(5).toNanos();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CueLedger ledger = new CueLedger();
    private final Joining joining = new Joining(new DoorMeters(registry), OPENED);

    private double counted(String outcome) {
        return registry.get("downbeat.join").tag("outcome", outcome).counter().count();
    }

    private double all() {
        return registry.get("downbeat.join").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static long later(long millis) {
        return OPENED + Duration.ofMillis(millis).toNanos();
    }

    @Test
    void joining_takes_from_the_opening_of_the_socket_until_the_device_is_attached_and_is_told_once() {
        joining.attached(FIRST, later(81), ledger);
        assertThat(ledger.drain(later(1_000)).joinMicros()).isEqualTo(81_000);
        assertThat(ledger.drain(later(2_000)).joinMicros()).isNull();
        joining.gone(FIRST, Close.TOO_SLOW);
        assertThat(counted("attached")).isEqualTo(1);
        assertThat(all()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3001,token", "3010,closed", "3003,unavailable", "-1,left", "1000,left"})
    void a_device_that_is_not_let_in_is_counted_by_why(int code, String outcome) {
        joining.gone(FIRST, code);
        assertThat(counted(outcome)).isEqualTo(1);
        assertThat(all()).isEqualTo(1);
    }

    @Test
    void who_resumes_or_never_said_connect_does_not_join() {
        joining.gone(null, Close.NOT_THIS_PROTOCOL);
        joining.attached(new Frame.Connect(1L, "t", "d-1", new Position("e1", 1, 4)), later(9), ledger);
        assertThat(ledger.drain(later(1_000)).joinMicros()).isNull();
        assertThat(all()).isZero();
    }

    @Test
    void connect_comes_within_five_seconds_and_its_token_is_checked_within_five_more() {
        assertThat(joining.late(null, later(5_000))).isFalse();
        assertThat(joining.late(null, later(5_001))).isTrue();
        assertThat(joining.late(FIRST, later(10_000))).isFalse();
        assertThat(joining.late(FIRST, later(10_001))).isTrue();
    }
}
