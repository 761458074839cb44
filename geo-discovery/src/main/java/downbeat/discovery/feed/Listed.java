package downbeat.discovery.feed;

import akka.Done;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.view.ListingWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Writes listings where waiting for the database does no harm. What is shown at one time takes many facts in, and the facts it has
 * taken in need no writing of their own.
 */
final class Listed {
    /** Sources whose last version is remembered. */
    private static final int REMEMBERED = 10_000;

    private final ListingWriter writer;
    private final Executor blocking;
    private final Map<String, Long> written = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    Listed(ListingWriter writer, Executor blocking) {
        this.writer = writer;
        this.blocking = blocking;
    }

    /** Whether what is listed already says what this fact did. */
    boolean knows(ListingKind kind, String source, long sequence) {
        return written.getOrDefault(key(kind, source), 0L) >= sequence;
    }

    CompletionStage<Done> write(ListingKind kind, String source, long version, List<Listing> now) {
        return CompletableFuture.supplyAsync(
                () -> {
                    writer.write(kind, source, version, now);
                    written.merge(key(kind, source), version, Math::max);
                    return Done.getInstance();
                },
                blocking);
    }

    private static String key(ListingKind kind, String source) {
        return kind.text() + "." + source;
    }

    static CompletionStage<Done> nothing() {
        return CompletableFuture.completedStage(Done.getInstance());
    }
}
