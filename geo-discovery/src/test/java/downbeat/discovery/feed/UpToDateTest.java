package downbeat.discovery.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The card is a number here: how many facts are in it. */
class UpToDateTest {
    private static final UpToDate THREE_LOOKS = new UpToDate(Duration.ofMillis(1), 3);

    @Test
    void a_card_that_is_behind_the_fact_is_asked_for_again() {
        assertThat(after(2, cards(1, 1, 2))).contains(2L);
    }

    @Test
    void a_card_that_has_the_fact_is_taken_at_once_and_so_is_one_without_a_fact() {
        assertThat(after(2, cards(5))).contains(5L);
        assertThat(after(0, cards(0))).contains(0L);
        assertThat(after(0, Stream.of(Optional.empty()))).isEmpty();
    }

    @Test
    void what_has_only_begun_is_waited_for() {
        assertThat(after(1, Stream.concat(Stream.of(Optional.empty()), cards(1))))
                .contains(1L);
    }

    @Test
    void what_stays_away_is_nothing_and_what_stays_behind_brings_the_fact_again() {
        assertThat(after(1, Stream.of(Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThatThrownBy(() -> after(2, cards(1, 1, 1))).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private static Stream<Optional<Long>> cards(long... versions) {
        return LongStream.of(versions).mapToObj(Optional::of);
    }

    private static Optional<Long> after(long facts, Stream<Optional<Long>> shown) {
        Iterator<Optional<Long>> next = shown.iterator();
        return THREE_LOOKS
                .with(facts, () -> CompletableFuture.completedStage(next.next()), Long::longValue)
                .toCompletableFuture()
                .join();
    }
}
