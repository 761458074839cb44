package downbeat.classes.live.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PreBufferTest {
    private final PreBuffer buffer = new PreBuffer();

    private static LinkStats losing(double loss) {
        return new LinkStats(40, 5, loss, -1, 0, -1);
    }

    @Test
    void a_good_link_needs_ten_seconds_and_the_worst_a_minute() {
        buffer.report(losing(0));
        assertThat(buffer.horizon(Rung.FULL)).isEqualTo(Duration.ofSeconds(10));
        assertThat(buffer.horizon(Rung.AUDIO_FIRST)).isEqualTo(Duration.ofSeconds(40));
        assertThat(buffer.horizon(Rung.CUE_ONLY)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_minute_of_loss_is_remembered_after_it_is_over() {
        for (var second = 0; second < 60; second++) {
            buffer.report(losing(0.10));
        }
        var after = buffer.horizon(Rung.FULL);
        assertThat(after).isEqualTo(Duration.ofSeconds(25));
        for (var second = 0; second < 240; second++) {
            buffer.report(losing(0));
        }
        assertThat(buffer.horizon(Rung.FULL)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void who_did_not_hear_the_live_check_holds_ten_seconds_more() {
        buffer.unheard();
        assertThat(buffer.horizon(Rung.FULL)).isEqualTo(Duration.ofSeconds(20));
    }

    @Property
    void always_from_ten_seconds_to_a_minute_and_never_less_on_a_lower_rung(
            @ForAll @Size(max = 300) List<@DoubleRange(min = -1, max = 2) Double> losses, @ForAll boolean heard) {
        var any = new PreBuffer();
        losses.forEach(loss -> any.report(losing(loss)));
        if (!heard) {
            any.unheard();
        }
        var before = PreBuffer.LEAST;
        for (var rung : Rung.values()) {
            assertThat(any.horizon(rung)).isBetween(before, PreBuffer.MOST);
            before = any.horizon(rung);
        }
    }
}
