package downbeat.web.rehearse.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WrongClockTest {
    private final AtomicLong trueNanos = new AtomicLong(5_000_000_000L);

    private void pass(double millis) {
        trueNanos.addAndGet(Math.round(millis * 1e6));
    }

    @Test
    void shows_its_error_and_drifts() {
        WrongClock clock = new WrongClock(trueNanos::get, 300_000, 100);
        pass(10_000);
        assertThat(clock.millis()).isCloseTo(310_001, within(1e-6));
    }

    @Test
    void a_timer_of_a_fast_clock_rings_early() {
        WrongClock clock = new WrongClock(trueNanos::get, 0, 100);
        assertThat(clock.trueNanosOf(10_000)).isCloseTo(9_999_000_100L, within(1L));
    }

    @Test
    void being_set_does_not_disturb_its_timers() {
        WrongClock clock = new WrongClock(trueNanos::get, 0, 50);
        double before = clock.ticks();
        clock.step(-30_000);
        assertThat(clock.ticks()).isEqualTo(before);
        assertThat(clock.millis()).isCloseTo(-30_000, within(1e-6));
        assertThat(clock.trueNanosOf(-5)).isZero();
    }

    @Test
    void refuses_a_drift_that_the_protocol_does_not_cover() {
        assertThatThrownBy(() -> new WrongClock(trueNanos::get, 0, 101)).hasMessageContaining("driftPpm");
    }

    @Property(tries = 100)
    void frames_are_delayed_within_limits_and_never_overtake(@ForAll long seed) {
        Random random = new Random(seed);
        DelayLine line = new DelayLine(trueNanos::get, random, 5, 60);
        long lastDue = Long.MIN_VALUE;
        for (int i = 0; i < 50; i++) {
            long delay = line.next();
            assertThat(delay).isBetween(5_000_000L, 60_000_000L);
            long due = trueNanos.get() + delay;
            assertThat(due).isGreaterThanOrEqualTo(lastDue);
            lastDue = due;
            pass(random.nextDouble() * 20);
        }
    }

    /** Over an asymmetric, jittery path and a drifting clock the true offset always lies within the bound that the device claims. */
    @Property(tries = 200)
    void class_time_is_always_within_its_bound(@ForAll long seed) {
        Random random = new Random(seed);
        WrongClock clock = WrongClock.any(trueNanos::get, 300_000, random);
        ClassTimeEstimate estimate = new ClassTimeEstimate();
        for (int i = 0; i < 80; i++) {
            double t0 = clock.millis();
            pass(5 + random.nextDouble() * 55);
            double served = trueNanos.get() / 1e6;
            pass(5 + random.nextDouble() * 55);
            estimate.probed(t0, clock.millis(), served, 0.5);
            pass(i < 16 ? 50 : 2_500);
            double trueOffset = trueNanos.get() / 1e6 - clock.millis();
            ClassTimeEstimate.Offset known = estimate.at(clock.millis());
            assertThat(known.millis()).isCloseTo(trueOffset, within(known.bound() + 0.001));
        }
    }

    @Test
    void a_clock_that_was_set_starts_again_from_the_newest_probe() {
        ClassTimeEstimate estimate = new ClassTimeEstimate();
        estimate.probed(1_000, 1_020, 500, 0);
        estimate.probed(31_000, 31_010, 1_005, 0);
        assertThat(estimate.at(31_010).millis()).isCloseTo(1_005 - 31_005, within(0.001));
        assertThat(estimate.at(31_010).bound()).isCloseTo(5, within(0.001));
    }

    /** A browser keeps class time by a clock that nobody can set; a device without a link must not lose it either. */
    @Property(tries = 200)
    void class_time_outlives_a_setting_of_the_clock(@ForAll long seed) {
        Random random = new Random(seed);
        WrongClock clock = WrongClock.any(trueNanos::get, 300_000, random);
        ClassTimeEstimate estimate = new ClassTimeEstimate();
        for (int i = 0; i < 40; i++) {
            double t0 = clock.millis();
            pass(5 + random.nextDouble() * 55);
            double served = trueNanos.get() / 1e6;
            pass(5 + random.nextDouble() * 55);
            estimate.probed(t0, clock.millis(), served, 0.5);
            pass(2_500);
            double set = (random.nextDouble() * 2 - 1) * 30_000;
            clock.step(set);
            estimate.set(set);
            double trueOffset = trueNanos.get() / 1e6 - clock.millis();
            ClassTimeEstimate.Offset known = estimate.at(clock.millis());
            assertThat(known.millis()).isCloseTo(trueOffset, within(known.bound() + 0.001));
            assertThat(known.bound()).isLessThan(80);
        }
    }
}
