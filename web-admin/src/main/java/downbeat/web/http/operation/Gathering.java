package downbeat.web.http.operation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Asks for many things at once and keeps their order. */
public final class Gathering {
    private Gathering() {}

    /** What there is of each; what there is not is left out. */
    public static <I, J> CompletionStage<List<J>> each(List<I> ids, Function<I, CompletionStage<Optional<J>>> found) {
        var all = ids.stream()
                .map(found)
                .map(CompletionStage::toCompletableFuture)
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(
                        done -> all.stream().flatMap(one -> one.join().stream()).toList());
    }
}
