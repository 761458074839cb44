package downbeat.cluster.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The conditions under which a node can serve, each asked anew every time. */
final class Readiness {

    private static final long PATIENCE_MS = 2_000;

    private final Map<String, Supplier<CompletionStage<Boolean>>> conditions = new ConcurrentSkipListMap<>();

    void add(String name, Supplier<CompletionStage<Boolean>> ready) {
        if (conditions.putIfAbsent(name, ready) != null) {
            throw new IllegalStateException("health condition " + name + " is added twice");
        }
    }

    CompletionStage<Map<String, Boolean>> ask() {
        Map<String, CompletableFuture<Boolean>> answers = new LinkedHashMap<>();
        conditions.forEach((name, ready) -> answers.put(name, ask(ready)));
        return CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    Map<String, Boolean> ready = new LinkedHashMap<>();
                    answers.forEach((name, answer) -> ready.put(name, answer.join()));
                    return ready;
                });
    }

    private static CompletableFuture<Boolean> ask(Supplier<CompletionStage<Boolean>> ready) {
        try {
            return ready.get()
                    .toCompletableFuture()
                    .copy()
                    .completeOnTimeout(false, PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .exceptionally(failure -> false);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(false);
        }
    }
}
