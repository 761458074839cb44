package downbeat.classes.live.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ClassClockTest {
    private final HandTicker ticker = new HandTicker("b1", 5_000_000_000L);

    @Test
    void begins_at_zero_and_follows_the_monotonic_clock_whatever_the_wall_says() {
        var clock = ClassClock.open(ticker);
        assertThat(clock.now()).isEqualTo(ClassTime.ZERO);
        ticker.pass(1500);
        ticker.wall -= 300_000;
        assertThat(clock.now().millis()).isEqualTo(1500);
    }

    @Test
    void goes_on_exactly_after_a_restart_under_the_same_kernel() {
        var mark = ClassClock.open(ticker).mark();
        ticker.pass(61_000);
        ticker.wall += 30_000; // the wall clock was set meanwhile
        assertThat(ClassClock.carryOn(mark, ClassTime.ofMillis(60_000), ticker)
                        .now()
                        .millis())
                .isEqualTo(61_000);
    }

    @Test
    void goes_on_by_the_wall_clock_on_another_machine() {
        var mark = ClassClock.open(ticker).mark();
        var other = new HandTicker("b2", 77);
        other.wall = ticker.wall + 42_000;
        assertThat(ClassClock.carryOn(mark, ClassTime.ZERO, other).now().millis())
                .isEqualTo(42_000);
    }

    @Property
    void never_goes_backwards_over_a_restart(
            @ForAll @IntRange(min = 0, max = 7_200_000) int newest,
            @ForAll @LongRange(min = -3_600_000, max = 3_600_000) long wallStep,
            @ForAll boolean sameKernel) {
        var mark = ClassClock.open(ticker).mark();
        var next = new HandTicker(sameKernel ? "b1" : "b2", sameKernel ? 5_000_000_001L : 3);
        next.wall = ticker.wall + wallStep;
        var known = ClassTime.ofMillis(newest);
        var clock = ClassClock.carryOn(mark, known, next);
        assertThat(clock.now()).isGreaterThanOrEqualTo(known);
        var before = clock.now();
        next.pass(1);
        assertThat(clock.now().since(before)).isEqualTo(Duration.ofMillis(1));
    }
}
