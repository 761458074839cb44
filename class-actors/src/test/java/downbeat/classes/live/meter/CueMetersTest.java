package downbeat.classes.live.meter;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.quality.LinkStats;
import downbeat.classes.live.report.AckBatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Members' batches as metrics. */
class CueMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CueMeters meters = new CueMeters(registry);

    private static AckBatch batch(long sent, long unacked, List<Long> how, @Nullable Long joinMicros) {
        return new AckBatch(
                List.of(61_200L), List.of(), List.of(-3_000L), sent, how.size(), unacked, how, 0, -1, -1, joinMicros);
    }

    private double count(String name) {
        return registry.get(name).counter().count();
    }

    private double acked(String how) {
        return registry.get("downbeat.cues.acked").tag("how", how).counter().count();
    }

    @Test
    void cues_given_up_and_taken_back_are_counters_whose_difference_is_what_is_still_missing() {
        meters.take(batch(3, 2, List.of(), null));
        meters.take(batch(0, -1, List.of(0L, 1L), null));
        assertThat(count("downbeat.cues.sent")).isEqualTo(3);
        assertThat(count("downbeat.cues.unacked")).isEqualTo(2);
        assertThat(count("downbeat.cues.reclaimed")).isEqualTo(1);
        assertThat(acked("late")).isEqualTo(1);
        assertThat(acked("ontime")).isZero();
    }

    @Test
    void skew_is_counted_without_its_sign_and_in_seconds() {
        meters.take(batch(1, 0, List.of(1L), null));
        var skew = registry.get("downbeat.cue.skew").timer();
        assertThat(skew.count()).isEqualTo(1);
        assertThat(skew.totalTime(TimeUnit.MICROSECONDS)).isEqualTo(3_000);
        assertThat(registry.get("downbeat.cue.upper.bound").timer().totalTime(TimeUnit.MICROSECONDS))
                .isEqualTo(61_200);
    }

    @Test
    void a_device_joins_once_and_says_of_its_link_what_it_knows() {
        meters.take(batch(1, 0, List.of(), 81_000L));
        meters.take(batch(1, 0, List.of(), null));
        meters.said(new LinkStats(42, -1, -1, -1, 0, -1));
        assertThat(registry.get("downbeat.join").timer().count()).isEqualTo(1);
        assertThat(registry.get("downbeat.link.rtt").timer().count()).isEqualTo(1);
        assertThat(registry.get("downbeat.link.jitter").timer().count()).isZero();
    }
}
