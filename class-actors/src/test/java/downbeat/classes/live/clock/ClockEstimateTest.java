package downbeat.classes.live.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ClockEstimateTest {

    /** Two minutes of probes as devices send them: 16 at once, then one every 2.5 s. */
    private static double sent(int probe) {
        return probe < 16 ? probe * 50.0 : 800 + (probe - 16) * 2500.0;
    }

    @Property(tries = 200)
    void the_true_offset_always_lies_within_the_bound(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -300_000, max = 300_000) double wrongBy,
            @ForAll @DoubleRange(min = -50, max = 50) double ppm,
            @ForAll @DoubleRange(min = 0, max = 40) double asymmetry,
            @ForAll @DoubleRange(min = 0, max = 5) double err) {
        var random = new Random(seed);
        var drift = ppm * 1e-6;
        var estimate = new ClockEstimate();
        for (var probe = 0; probe < 64; probe++) {
            var t0 = sent(probe);
            var heard = t0 + 2 + asymmetry + jitter(random);
            var t1 = heard + 2 + jitter(random);
            var said = trueOffset(heard, wrongBy, drift) + heard + (random.nextDouble() * 2 - 1) * err;
            estimate.observe(t0, t1, said, err);
            var off = Math.abs(estimate.offset(t1) - trueOffset(t1, wrongBy, drift));
            assertThat(off).isLessThanOrEqualTo(estimate.bound(t1) + 1e-6);
        }
        assertThat(estimate.steps()).isZero();
        assertThat(estimate.bound(sent(63))).isLessThan(60);
    }

    @Property(tries = 100)
    void a_step_of_the_clock_is_noticed_and_survived(
            @ForAll long seed, @ForAll @DoubleRange(min = 500, max = 30_000) double step) {
        var random = new Random(seed);
        var estimate = new ClockEstimate();
        for (var probe = 0; probe < 40; probe++) {
            var t0 = sent(probe);
            var offset = probe < 30 ? 100 : 100 + step;
            var heard = t0 + 1 + jitter(random);
            var t1 = heard + 1 + jitter(random);
            estimate.observe(t0, t1, heard + offset, 0.1);
            assertThat(Math.abs(estimate.offset(t1) - offset)).isLessThanOrEqualTo(estimate.bound(t1) + 1e-6);
        }
        assertThat(estimate.steps()).isEqualTo(1);
    }

    @Test
    void what_is_no_probe_changes_nothing() {
        var estimate = new ClockEstimate();
        estimate.observe(10, 9, 5, 0);
        estimate.observe(10, Double.NaN, 5, 0);
        estimate.observe(10, 11, Double.NaN, 0);
        estimate.observe(10, 11, 5, -1);
        assertThat(estimate.known()).isFalse();
        assertThat(estimate.bound(12)).isInfinite();
    }

    @Test
    void one_probe_is_right_within_half_its_round_trip() {
        var estimate = new ClockEstimate();
        estimate.observe(100, 120, 5110, 1);
        assertThat(estimate.offset(120)).isEqualTo(5000);
        assertThat(estimate.bound(120)).isBetween(11.0, 11.01);
    }

    private static double jitter(Random random) {
        return -Math.log(1 - random.nextDouble()) * 15;
    }

    private static double trueOffset(double at, double wrongBy, double drift) {
        return wrongBy + at * drift;
    }
}
