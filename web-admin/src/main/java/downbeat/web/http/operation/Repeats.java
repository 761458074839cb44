package downbeat.web.http.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import downbeat.web.http.problem.ProblemException;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Problems;
import downbeat.web.once.RequestBook;
import downbeat.web.once.RequestBook.Another;
import downbeat.web.once.RequestBook.Answered;
import downbeat.web.once.RequestBook.Busy;
import downbeat.web.once.RequestBook.Mine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One idempotency key, one request. What makes a repeat harmless is the business of each aggregate; this keeps a key from being
 * used for something else, also where the other request would reach another aggregate, also at the same instant: a request claims
 * its key before it is handled. Its repeats wait for its answer and then get the same from the aggregate. Only successes are
 * remembered: a request that was refused may be corrected and sent again under its key. One whose answer nobody knows, because
 * something failed or its node is gone, is handled again when it comes again. Keys belong to POST with a body that is kept: what the other
 * methods do comes to the same when it is done twice, or is guarded by If-Match.
 */
public final class Repeats {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final Logger log = LoggerFactory.getLogger(Repeats.class);
    /** Many times what a request takes; a client that is told to come back needs no socket meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration FIRST_LOOK = Duration.ofMillis(25);
    private static final Duration RARELY = Duration.ofMillis(400);

    private final RequestBook book;
    private final Executor blocking;
    private final Duration patience;

    public Repeats(RequestBook book, Executor blocking) {
        this(book, blocking, PATIENCE);
    }

    /** {@code patience}: how long a repeat waits for the first answer. */
    Repeats(RequestBook book, Executor blocking, Duration patience) {
        this.book = book;
        this.blocking = blocking;
        this.patience = patience;
    }

    /** Lets the handler answer, or ends the request with 422 if its key belongs to another one. */
    CompletionStage<Answer> once(Call call, Handler handler) {
        var key = isNoted(call.operation()) ? call.requestKey() : Optional.<String>empty();
        if (key.isEmpty()) {
            return handler.handle(call);
        }
        var fingerprint = fingerprint(call);
        return claim(key.get(), fingerprint, FIRST_LOOK, patience)
                .thenCompose(mine -> mine.map(it -> first(call, handler, it)).orElseGet(() -> handler.handle(call)));
    }

    /** Empty if the request has been answered before. */
    private CompletionStage<Optional<Mine>> claim(String key, String fingerprint, Duration pause, Duration left) {
        return CompletableFuture.supplyAsync(() -> book.claim(key, fingerprint), blocking)
                .thenCompose(found -> switch (found) {
                    case Mine mine -> CompletableFuture.completedStage(Optional.of(mine));
                    case Answered before -> CompletableFuture.completedStage(Optional.empty());
                    case Another other -> CompletableFuture.failedStage(reused());
                    case Busy busy when left.isNegative() -> CompletableFuture.failedStage(busy());
                    case Busy busy ->
                        later(pause).thenCompose(again -> claim(key, fingerprint, longer(pause), left.minus(pause)));
                });
    }

    private CompletionStage<?> later(Duration pause) {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, blocking));
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(RARELY) < 0 ? twice : RARELY;
    }

    private CompletionStage<Answer> first(Call call, Handler handler, Mine mine) {
        CompletionStage<Answer> answer;
        try {
            answer = handler.handle(call);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedStage(e);
        }
        return answer.whenCompleteAsync((success, failure) -> note(mine, failure), blocking);
    }

    /** What cannot be written costs the next repeat some seconds, not this answer. */
    private void note(Mine mine, @Nullable Throwable failure) {
        try {
            if (failure == null) {
                book.answered(mine);
            } else if (Problems.unwrap(failure) instanceof ProblemException said
                    && said.problem().status() < 500) {
                book.release(mine);
            } else {
                book.doubt(mine);
            }
        } catch (RuntimeException e) {
            log.warn("How a request was answered could not be noted; its repeats wait until its time is over", e);
        }
    }

    private static ProblemException reused() {
        return ProblemType.KEY_REUSED
                .saying("This Idempotency-Key came with another request before; use a new key for a new request.")
                .at("Idempotency-Key")
                .asException();
    }

    private static ProblemException busy() {
        return ProblemType.STILL_IN_PROGRESS
                .saying("This request came before under its Idempotency-Key and is not answered yet; send it again.")
                .at("Idempotency-Key")
                .with("Retry-After", "2")
                .asException();
    }

    private static boolean isNoted(Operation operation) {
        return operation.method().equals("POST")
                && operation.keys() == Operation.Keys.IN_THE_BOOK
                && operation.takes().kind() != Takes.Kind.NOTHING
                && operation.takes().kind() != Takes.Kind.LOAD;
    }

    /** The same fields with the same values are the same body, however they are spaced and ordered. */
    private static String fingerprint(Call call) {
        var body = call.operation().takes().kind() == Takes.Kind.JSON ? fields(call) : Call.digest(call.body());
        var asked = call.request().getUri().path() + " " + new TreeMap<>(call.query()) + " " + body;
        return Call.digest(asked.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the password: a quick digest of one must not lie around. A changed one is found by the account itself. */
    private static String fields(Call call) {
        var fields = call.form().tree().deepCopy();
        fields.remove("password");
        try {
            return SORTED.writeValueAsString(SORTED.convertValue(fields, Map.class));
        } catch (JsonProcessingException e) {
            throw ProblemType.BAD_JSON.saying("The body cannot be read.").asException();
        }
    }
}
