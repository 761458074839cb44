package downbeat.discovery.feed;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Asks what an entity shows until a fact is in it. The journal has a fact a moment before the entity that wrote it shows it, and on
 * a machine that is short of processors that moment is longer than a reader of the journal takes: what was true before would be
 * listed, and nothing would come to correct it.
 *
 * <p>A version counts the facts that changed something. How many did not is learned: an entity that stays behind all the while that
 * it is asked is taken as it is, and what it is behind by is expected of it from then on.
 */
final class UpToDate<V> {
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** Three seconds. */
    private static final int LOOKS = 150;
    /** Entities of which it is known that they are behind. */
    private static final int REMEMBERED = 10_000;

    private final Function<String, CompletionStage<Optional<V>>> show;
    private final ToLongFunction<V> version;
    private final Duration pause;
    private final int looks;
    private final Map<String, Long> uncounted = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    UpToDate(Function<String, CompletionStage<Optional<V>>> show, ToLongFunction<V> version) {
        this(show, version, PAUSE, LOOKS);
    }

    UpToDate(
            Function<String, CompletionStage<Optional<V>>> show, ToLongFunction<V> version, Duration pause, int looks) {
        this.show = show;
        this.version = version;
        this.pause = pause;
        this.looks = looks;
    }

    /** A fact has passed that no version counts. */
    void pass(String id) {
        uncounted.merge(id, 1L, Long::sum);
    }

    /**
     * Completes with what is shown when that has so many facts; empty when there is nothing to the end.
     *
     * @param facts the number of the fact that led here; 0 if none did
     */
    CompletionStage<Optional<V>> with(String id, long facts) {
        return look(id, facts, looks - 1);
    }

    private CompletionStage<Optional<V>> look(String id, long facts, int left) {
        return show.apply(id).thenCompose(there -> {
            long has = there.map(version::applyAsLong).orElse(0L);
            if (has + uncounted.getOrDefault(id, 0L) >= facts) {
                return CompletableFuture.completedStage(there);
            }
            if (left == 0) {
                there.ifPresent(it -> uncounted.put(id, facts - has));
                return CompletableFuture.completedStage(there);
            }
            var later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> look(id, facts, left - 1), later)
                    .thenCompose(found -> found);
        });
    }
}
