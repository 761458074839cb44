package downbeat.web.http.guard;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.pattern.Patterns;
import downbeat.cluster.node.NodeStartException;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Lets so many requests be under way at once and no more: whoever is let in is answered in good time. What comes above that is
 * answered 503, and not at once, since a client that comes again as soon as it is refused would take more processor time
 * with its refusals than the others with their answers.
 */
public final class Crowding {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Those who are turned away together are not to come back together. */
    private static final int AGAIN_AFTER_SECONDS = 4;

    private final ActorSystem<?> system;
    private final int most;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Counter turnedAway;

    /** @param most requests under way at once, at least 1 */
    public Crowding(ActorSystem<?> system, int most, MeterRegistry metrics) {
        if (most < 1) {
            throw new NodeStartException("downbeat.http.most-under-way must be at least 1, but is " + most + ".");
        }
        this.system = system;
        this.most = most;
        this.turnedAway = Counter.builder("downbeat.http.turned.away")
                .description("Requests answered 503 because as many as may be were under way")
                .register(metrics);
        Gauge.builder("downbeat.http.under.way", underWay, AtomicInteger::get)
                .description("Requests of the API under way at this node")
                .register(metrics);
    }

    /** The answer of the handler, or 503 with Retry-After. */
    public CompletionStage<HttpResponse> answer(
            HttpRequest request, Function<HttpRequest, CompletionStage<HttpResponse>> handler) {
        if (underWay.incrementAndGet() > most) {
            underWay.decrementAndGet();
            return turnAway(request);
        }
        return handler.apply(request).whenComplete((response, failure) -> underWay.decrementAndGet());
    }

    private CompletionStage<HttpResponse> turnAway(HttpRequest request) {
        turnedAway.increment();
        request.discardEntityBytes(system);
        return Patterns.after(PAUSE, system.classicSystem(), () -> CompletableFuture.completedFuture(busy()));
    }

    private static HttpResponse busy() {
        int seconds = ThreadLocalRandom.current().nextInt(1, AGAIN_AFTER_SECONDS + 1);
        return Problems.response(ProblemType.UNAVAILABLE
                .saying("Too many requests are under way here; nothing has changed. Try again in " + seconds + " s.")
                .with("Retry-After", Integer.toString(seconds)));
    }
}
