package downbeat.discovery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalibrationTest {
    static List<Calibration.World> worlds() {
        return Calibration.WORLDS;
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void the_interval_holds_what_is_true_nineteen_times_of_twenty(Calibration.World world) {
        var it = Calibration.of(world, 800);
        assertThat(it.inside()).as("the truth is inside").isBetween(0.93, 0.97);
        if (world.more() == 0) {
            assertThat(it.seen()).as("an effect is seen where none is").isBetween(0.03, 0.07);
        }
    }
}
