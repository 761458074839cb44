package downbeat.web.http.operation;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.door.DeviceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers.
 *
 * @param status 200..299 or 304
 * @param mediaType media type of the bytes; empty for JSON and for no body
 * @param body a record to be written as JSON, bytes as they are, a stream of them, or null for no body
 * @param headers response headers
 * @param actor who acted, where that shows only in the answer
 */
public record Answer(
        int status, String mediaType, @Nullable Object body, Map<String, String> headers, Optional<Actor> actor) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer ok(Object json) {
        return new Answer(200, "", json, Map.of(), Optional.empty());
    }

    public static Answer created(String location, Object json) {
        return new Answer(201, "", json, Map.of("Location", location), Optional.empty());
    }

    public static Answer noContent() {
        return new Answer(204, "", null, Map.of(), Optional.empty());
    }

    /** What the caller has is what there is. */
    public static Answer unchanged() {
        return new Answer(304, "", null, Map.of(), Optional.empty());
    }

    public static Answer bytes(String mediaType, byte[] bytes) {
        return new Answer(200, mediaType, bytes, Map.of(), Optional.empty());
    }

    public static Answer stream(String mediaType, Stream pieces) {
        return new Answer(200, mediaType, pieces, Map.of(), Optional.empty());
    }

    public Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, mediaType, body, more, actor);
    }

    public Answer by(AccountId account) {
        return new Answer(status, mediaType, body, headers, Optional.of(new Actor(account, Optional.empty())));
    }

    public Answer by(AccountId account, DeviceId device) {
        return new Answer(status, mediaType, body, headers, Optional.of(new Actor(account, Optional.of(device))));
    }

    public CompletionStage<Answer> now() {
        return CompletableFuture.completedFuture(this);
    }
}
