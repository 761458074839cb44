package downbeat.classes.live.meter;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.quality.Rung;
import downbeat.kernel.ClassId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How the live plane of a node stands, by what was said in the last seconds. */
class StandingTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final Standing standing = new Standing(registry, nanos::get);

    private double running() {
        return registry.get("downbeat.classes.running").gauge().value();
    }

    private double members(Rung rung) {
        return registry.get("downbeat.rung.members")
                .tag("rung", rung.name())
                .gauge()
                .value();
    }

    private void seconds(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void relays_are_added_up_and_the_newest_word_of_each_counts() {
        standing.relay("one", 7, Map.of(Rung.FULL, 20L, Rung.LEAN, 1L));
        standing.relay("two", 2, Map.of(Rung.FULL, 5L));
        standing.relay("two", 1, Map.of(Rung.FULL, 6L));
        assertThat(members(Rung.FULL)).isEqualTo(26);
        assertThat(members(Rung.LEAN)).isEqualTo(1);
        assertThat(members(Rung.CUE_ONLY)).isZero();
        assertThat(registry.get("downbeat.lobby.waiting").gauge().value()).isEqualTo(8);
    }

    @Test
    void who_says_nothing_for_more_than_three_seconds_is_not_here_any_more() {
        standing.running(new ClassId("c-1"));
        standing.running(new ClassId("c-2"));
        standing.relay("one", 0, Map.of(Rung.FULL, 20L));
        seconds(2);
        standing.running(new ClassId("c-2"));
        assertThat(running()).isEqualTo(2);
        seconds(2);
        assertThat(running()).isEqualTo(1);
        assertThat(members(Rung.FULL)).isZero();
    }
}
