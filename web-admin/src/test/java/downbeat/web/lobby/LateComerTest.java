package downbeat.web.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.web.stage.Alone;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.Stage;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Somebody comes in the last second of the live check. */
@Alone
class LateComerTest {
    private static final double BEFORE_THE_END = 600;

    @Test
    void who_presses_join_at_0_44_has_the_first_cue_within_a_second_and_counts() {
        try (var stage = Stage.open()) {
            var crowd = Crowd.before(stage, "late", 1);
            var late = crowd.members().getFirst();
            late.get(crowd.classPath()).expecting(200);
            try (var console = LiveDevice.join(crowd.trainer(), crowd.classPath())) {
                var begun = console.answered("check", Map.of("startAfter", true));
                var over = begun.get("at").asDouble() + Duration.ofSeconds(45).toMillis();
                var now = console.answered("clock", Map.of("t0", 1)).get("t").asDouble();
                LockSupport.parkNanos((long) ((over - BEFORE_THE_END - now) * 1e6));

                var pressed = System.nanoTime();
                var guest = Guest.joins(late, crowd.classPath());
                await().until(() -> guest.first(one -> one.is("cue")) != null);
                var first = Objects.requireNonNull(guest.first(one -> one.is("cue")));
                assertThat(Duration.ofNanos(first.nanos() - pressed)).isLessThan(Duration.ofSeconds(1));

                var in = Objects.requireNonNull(guest.connected()).frame().get("connect");
                assertThat(in.at("/state/check/to").asDouble())
                        .as("joined during the check")
                        .isEqualTo(over);
                assertThat(in.get("t").asDouble()).isBetween(over - BEFORE_THE_END, over);
                assertThat(in.at("/state/anchor/at").asDouble())
                        .as("its own copy of the plan runs from the end of the check")
                        .isEqualTo(over);
                assertThat(in.at("/plan/segments")).isNotEmpty();
                await().untilAsserted(() -> {
                    var join = crowd.trainer()
                            .get(crowd.classPath() + "/live")
                            .expecting(200)
                            .json()
                            .at("/gauge/join");
                    assertThat(join.get("asked").asInt()).isEqualTo(1);
                    assertThat(join.get("joined").asInt()).isEqualTo(1);
                });
            }
        }
    }
}
