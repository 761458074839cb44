package downbeat.popups.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.domain.room.Stay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody on several tickets is in the room once. */
class TogetherTest {
    private static final Instant SIX = Instant.parse("2026-12-01T17:00:00Z");

    private static Stay stay(int from, int to) {
        return new Stay(SIX.plusSeconds(from), Optional.of(SIX.plusSeconds(to)));
    }

    private static Stay open(int from) {
        return new Stay(SIX.plusSeconds(from), Optional.empty());
    }

    @Test
    void stays_that_overlap_or_touch_are_one() {
        assertThat(Together.of(List.of(stay(50, 90), stay(0, 60), stay(90, 95), stay(100, 110))))
                .containsExactly(stay(0, 95), stay(100, 110));
        assertThat(Together.of(List.of(stay(0, 60), stay(10, 20)))).containsExactly(stay(0, 60));
    }

    @Test
    void one_that_is_not_over_is_not_over_together_with_others() {
        assertThat(Together.of(List.of(stay(5, 60), open(0)))).containsExactly(open(0));
        assertThat(Together.of(List.of(stay(0, 10), open(20)))).containsExactly(stay(0, 10), open(20));
        assertThat(Together.of(List.of())).isEmpty();
    }
}
