package downbeat.discovery.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The card is a number here: how many facts it counts. */
class UpToDateTest {
    private final ArrayDeque<Optional<Long>> shown = new ArrayDeque<>();
    private final UpToDate<Long> threeLooks = new UpToDate<>(
            id -> CompletableFuture.completedStage(shown.remove()), Long::longValue, Duration.ofMillis(1), 3);

    @Test
    void a_card_that_is_behind_the_fact_is_asked_for_again() {
        cards(1, 1, 2);
        assertThat(after(2)).contains(2L);
    }

    @Test
    void a_card_that_has_the_fact_is_taken_at_once_and_so_is_one_without_a_fact() {
        cards(5, 0);
        assertThat(after(2)).contains(5L);
        assertThat(after(0)).contains(0L);
        shown.add(Optional.empty());
        assertThat(after(0)).isEmpty();
    }

    @Test
    void what_has_only_begun_is_waited_for_and_what_stays_away_is_nothing() {
        shown.add(Optional.empty());
        cards(1);
        assertThat(after(1)).contains(1L);
        shown.addAll(List.of(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(after(1)).isEmpty();
    }

    @Test
    void a_fact_that_changed_nothing_is_waited_for_once_and_expected_from_then_on() {
        cards(6, 6, 6);
        assertThat(after(7)).as("of these one is not counted").contains(6L);
        cards(7);
        assertThat(after(8)).as("none is waited for").contains(7L);
        cards(7, 8);
        assertThat(after(9)).as("what is behind by more").contains(8L);
    }

    @Test
    void a_fact_that_changed_nothing_and_was_seen_to_pass_is_not_waited_for() {
        threeLooks.pass("u-1");
        cards(6);
        assertThat(after(7)).contains(6L);
    }

    private void cards(long... versions) {
        for (long version : versions) {
            shown.add(Optional.of(version));
        }
    }

    private Optional<Long> after(long facts) {
        return threeLooks.with("u-1", facts).toCompletableFuture().join();
    }
}
