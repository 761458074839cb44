package downbeat.web.pop;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that serve members, as this node read them last: whoever joins a class does not wait for the database, and joins
 * while it is away. As old as the pause between two calls of {@link #refresh}.
 */
public final class KnownPops {
    private final PopDirectory directory;
    private final Executor blocking;
    private volatile @Nullable List<PopAddress> known;

    public KnownPops(PopDirectory directory, Executor blocking) {
        this.directory = directory;
        this.blocking = blocking;
    }

    /** Reads the directory anew. Blocks on the database; when that fails, what is known stays. */
    public void refresh() {
        known = directory.all();
    }

    /** Nodes heard of lately, by PoP and address; from the database only before the first {@link #refresh}. */
    public CompletionStage<List<PopAddress>> all() {
        var last = known;
        return last != null
                ? CompletableFuture.completedStage(last)
                : CompletableFuture.supplyAsync(this::first, blocking);
    }

    /** Of many who ask before anything is known one reads. */
    private synchronized List<PopAddress> first() {
        var last = known;
        if (last != null) {
            return last;
        }
        var read = directory.all();
        known = read;
        return read;
    }
}
