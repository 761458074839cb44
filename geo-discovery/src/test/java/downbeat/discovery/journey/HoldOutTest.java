package downbeat.discovery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downbeat.kernel.ParticipantId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldOutTest {
    @Test
    void a_tenth_of_all_members_is_held_out() {
        double held = IntStream.range(0, 100_000)
                .filter(member -> HoldOut.has(new ParticipantId("member-" + member)))
                .count();
        // Four standard deviations of a share of a tenth among so many.
        assertThat(held / 100_000).isCloseTo(HoldOut.SHARE, within(0.0038));
    }

    @Test
    void who_is_held_out_stays_so_in_every_version() {
        assertThat(IntStream.range(0, 40)
                        .filter(member -> HoldOut.has(new ParticipantId("member-" + member)))
                        .boxed())
                .containsExactly(7, 35);
    }
}
