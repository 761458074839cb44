package downbeat.web.http.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.once.RequestBook;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * One idempotency key, one request. What makes a repeat harmless is the business of each aggregate; this keeps a key from being
 * used for something else, also where the other request would reach another aggregate. Only successes are remembered: a request
 * that was refused may be corrected and sent again under its key. Keys belong to POST with a body that is kept: what the other methods do
 * comes to the same when it is done twice, or is guarded by If-Match.
 */
public final class Repeats {
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final RequestBook book;
    private final Executor blocking;

    public Repeats(RequestBook book, Executor blocking) {
        this.book = book;
        this.blocking = blocking;
    }

    /** Lets the handler answer, or ends the request with 422 if its key belongs to another one. */
    CompletionStage<Answer> once(Call call, Handler handler) {
        var key = isNoted(call.operation()) ? call.requestKey() : Optional.<String>empty();
        if (key.isEmpty()) {
            return handler.handle(call);
        }
        var fingerprint = fingerprint(call);
        return CompletableFuture.runAsync(() -> check(key.get(), fingerprint), blocking)
                .thenCompose(fits -> handler.handle(call))
                .thenApplyAsync(
                        answer -> {
                            book.note(key.get(), fingerprint);
                            return answer;
                        },
                        blocking);
    }

    private static boolean isNoted(Operation operation) {
        return operation.method().equals("POST")
                && operation.takes().kind() != Takes.Kind.NOTHING
                && operation.takes().kind() != Takes.Kind.LOAD;
    }

    private void check(String key, String fingerprint) {
        book.find(key).filter(first -> !first.equals(fingerprint)).ifPresent(other -> {
            throw ProblemType.KEY_REUSED
                    .saying("This Idempotency-Key came with another request before; use a new key for a new request.")
                    .at("Idempotency-Key")
                    .asException();
        });
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
