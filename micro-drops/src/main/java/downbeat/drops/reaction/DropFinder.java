package downbeat.drops.reaction;

import akka.Done;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.view.DropBoard;
import downbeat.kernel.ClassId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds the drops that something which happened elsewhere means, where waiting for the database does no harm. */
public final class DropFinder {
    private final DropBoard board;
    private final Executor blocking;

    public DropFinder(DropBoard board, Executor blocking) {
        this.board = board;
        this.blocking = blocking;
    }

    CompletionStage<Done> eachOf(ClassId id, Function<DropId, CompletionStage<Done>> does) {
        return each(() -> board.ofClass(id), does);
    }

    CompletionStage<Done> eachAt(PointId id, Function<DropId, CompletionStage<Done>> does) {
        return each(() -> board.at(id), does);
    }

    private CompletionStage<Done> each(Supplier<List<DropId>> found, Function<DropId, CompletionStage<Done>> does) {
        return CompletableFuture.supplyAsync(found, blocking).thenCompose(drops -> {
            CompletionStage<Done> all = nothing();
            for (var drop : drops) {
                all = all.thenCompose(done -> does.apply(drop));
            }
            return all;
        });
    }

    static CompletionStage<Done> nothing() {
        return CompletableFuture.completedStage(Done.getInstance());
    }
}
