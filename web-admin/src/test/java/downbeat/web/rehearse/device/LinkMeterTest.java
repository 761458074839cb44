package downbeat.web.rehearse.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LinkMeterTest {
    private final LinkMeter meter = new LinkMeter();

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void probe(long id, long rtt) {
        meter.sent(id, millis(1_000 * id));
        meter.answered(id, millis(1_000 * id + rtt));
    }

    @Test
    void nothing_is_said_of_what_was_not_measured() {
        assertThat(meter.stats(0)).isEmpty();
    }

    @Test
    void round_trip_is_the_newest_and_jitter_the_mean_step_from_one_to_the_next() {
        probe(1, 40);
        probe(2, 60);
        probe(3, 30);
        var stats = meter.stats(millis(3_500));
        assertThat(stats.path("rtt").asDouble()).isEqualTo(30);
        assertThat(stats.path("jitter").asDouble()).isEqualTo(25);
        assertThat(stats.path("loss").asDouble()).isZero();
    }

    @Test
    void a_probe_is_lost_half_a_second_later_and_stays_so_when_its_answer_comes_late() {
        for (var id = 1; id <= 3; id++) {
            probe(id, 40);
        }
        meter.sent(4, millis(4_000));
        assertThat(meter.stats(millis(4_399)).path("loss").asDouble()).isZero();
        assertThat(meter.stats(millis(4_499)).path("loss").asDouble()).isEqualTo(0.25);
        meter.answered(4, millis(4_700));
        assertThat(meter.stats(millis(4_800)).path("loss").asDouble()).isEqualTo(0.25);
    }

    @Test
    void ten_probes_are_remembered() {
        meter.sent(1, millis(1_000));
        for (var id = 2; id <= 10; id++) {
            probe(id, 40);
        }
        assertThat(meter.stats(millis(10_500)).path("loss").asDouble()).isEqualTo(0.1);
        probe(11, 40);
        assertThat(meter.stats(millis(11_500)).path("loss").asDouble()).isZero();
    }
}
