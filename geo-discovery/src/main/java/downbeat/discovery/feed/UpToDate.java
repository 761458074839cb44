package downbeat.discovery.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Asks what an entity shows until a fact is in it. The journal has a fact a moment before the entity that wrote it shows it, and on
 * a machine that is short of processors that moment is longer than a reader of the journal takes: what was true before would be
 * listed, and nothing would come to correct it.
 *
 * @param pause between two looks
 * @param looks after which it is given up
 */
record UpToDate(Duration pause, int looks) {
    /** Five seconds, as long as an entity may take to answer. */
    static final UpToDate PATIENT = new UpToDate(Duration.ofMillis(20), 250);

    /**
     * Completes with what is shown when that has so many facts; empty when there is nothing to the end. Fails when what is there
     * stays older, so that the fact comes again.
     *
     * @param facts the number of the fact that led here; 0 if none did
     */
    <V> CompletionStage<Optional<V>> with(
            long facts, Supplier<CompletionStage<Optional<V>>> show, ToLongFunction<V> version) {
        return look(facts, show, version, looks - 1);
    }

    private <V> CompletionStage<Optional<V>> look(
            long facts, Supplier<CompletionStage<Optional<V>>> show, ToLongFunction<V> version, int left) {
        return show.get().thenCompose(there -> {
            if (there.map(version::applyAsLong).orElse(0L) >= facts || (there.isEmpty() && left == 0)) {
                return CompletableFuture.completedStage(there);
            }
            if (left == 0) {
                return CompletableFuture.failedStage(
                        new IllegalStateException("what is shown has less than " + facts + " facts"));
            }
            var later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> look(facts, show, version, left - 1), later)
                    .thenCompose(found -> found);
        });
    }
}
