package downbeat.web.http.guard;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import downbeat.cluster.node.NodeStartException;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Lets so many requests be under way at once and no more: whoever is let in is answered in good time. What comes above that waits for
 * its turn, first come, first served, and is answered 503 if that does not come in time: a client that is refused at once and comes
 * again takes more processor time with its refusals than the others with their answers.
 */
public final class Crowding {
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Those who are turned away together are not to come back together. */
    private static final int AGAIN_AFTER_SECONDS = 4;

    private final ActorSystem<?> system;
    private final int most;
    private final Duration patience;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Queue<Turn> waiting = new ConcurrentLinkedQueue<>();
    private final Counter turnedAway;

    /**
     * @param most requests under way at once, at least 1
     * @param patience how long one more waits for its turn
     */
    public Crowding(ActorSystem<?> system, int most, Duration patience, MeterRegistry metrics) {
        if (most < 1) {
            throw new NodeStartException("downbeat.http.most-under-way must be at least 1, but is " + most + ".");
        }
        this.system = system;
        this.most = most;
        this.patience = patience;
        this.turnedAway = Counter.builder("downbeat.http.turned.away")
                .description("Requests answered 503 because as many as may be were under way")
                .register(metrics);
        Gauge.builder("downbeat.http.under.way", underWay, AtomicInteger::get)
                .description("Requests of the API under way at this node")
                .register(metrics);
        Gauge.builder("downbeat.http.waiting", waiting, Queue::size)
                .description("Requests of the API that wait for their turn at this node")
                .register(metrics);
        system.scheduler().scheduleWithFixedDelay(LOOK, LOOK, this::look, system.executionContext());
    }

    private record Turn(
            HttpRequest request,
            Function<HttpRequest, CompletionStage<HttpResponse>> handler,
            CompletableFuture<HttpResponse> response,
            long until) {}

    /** The answer of the handler, or 503 with Retry-After. */
    public CompletionStage<HttpResponse> answer(
            HttpRequest request, Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
        if (waiting.isEmpty() && enter()) {
            return letIn(request, handler);
        }
        var turn = new Turn(request, handler, new CompletableFuture<>(), System.nanoTime() + patience.toNanos());
        waiting.add(turn);
        admit();
        return turn.response();
    }

    private boolean enter() {
        return underWay.getAndUpdate(now -> now < most ? now + 1 : now) < most;
    }

    private CompletionStage<HttpResponse> letIn(
            HttpRequest request, Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
        return CompletableFuture.completedFuture(request).thenCompose(handler).whenComplete((response, failure) -> {
            underWay.decrementAndGet();
            admit();
        });
    }

    /** Each on a thread of its own: one that is answered at once would let in the next, and that the next, on one stack. */
    private void admit() {
        while (!waiting.isEmpty() && enter()) {
            var next = waiting.poll();
            if (next == null) {
                underWay.decrementAndGet();
            } else {
                system.executionContext().execute(() -> letIn(next));
            }
        }
    }

    private void letIn(Turn turn) {
        letIn(turn.request(), turn.handler()).whenComplete((response, failure) -> {
            if (failure == null) {
                turn.response().complete(response);
            } else {
                turn.response().completeExceptionally(failure);
            }
        });
    }

    /** Who came first has waited longest. */
    private void look() {
        for (var first = waiting.peek(); first != null && isOver(first); first = waiting.peek()) {
            if (waiting.remove(first)) {
                turnAway(first);
            }
        }
    }

    private static boolean isOver(Turn turn) {
        return turn.until() - System.nanoTime() <= 0;
    }

    private void turnAway(Turn turn) {
        turnedAway.increment();
        turn.request().discardEntityBytes(system);
        turn.response().complete(busy());
    }

    private static HttpResponse busy() {
        int seconds = ThreadLocalRandom.current().nextInt(1, AGAIN_AFTER_SECONDS + 1);
        return Problems.response(ProblemType.UNAVAILABLE
                .saying("Too many requests are under way here; nothing has changed. Try again in " + seconds + " s.")
                .with("Retry-After", Integer.toString(seconds)));
    }
}
