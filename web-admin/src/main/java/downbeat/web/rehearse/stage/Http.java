package downbeat.web.rehearse.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** The public HTTP API as a well-behaved program uses it, or many people: patient when told to wait. */
final class Http implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final int OF_A_PROGRAM = 16;
    private static final int OF_A_CROWD = 10_000;
    private static final int ATTEMPTS = 8;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final URI base;
    private final Semaphore gate;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Http(URI base, int atATime) {
        this.base = base;
        this.gate = new Semaphore(atATime);
    }

    /** Few requests at a time. */
    static Http program(URI base) {
        return new Http(base, OF_A_PROGRAM);
    }

    /** Nobody waits for anybody else. */
    static Http crowd(URI base) {
        return new Http(base, OF_A_CROWD);
    }

    /** The answer's JSON, a missing node when it has no body. Blocks. */
    JsonNode post(String path, String token, Object body) {
        return json(send("POST", path, token, "application/json", BodyPublishers.ofString(text(body))));
    }

    /** One attempt under this key, whatever comes of it. Blocks. */
    HttpResponse<String> once(String path, String token, String key, Object body) {
        return once(HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofString(text(body)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .build());
    }

    JsonNode postRaw(String path, String token, byte[] body) {
        return postFile(path, token, "application/octet-stream", body);
    }

    JsonNode postFile(String path, String token, String type, byte[] body) {
        return json(send("POST", path, token, type, BodyPublishers.ofByteArray(body)));
    }

    /** How many bytes came from a path. Blocks. */
    long size(String path) {
        return send("GET", path, "", "", BodyPublishers.noBody())
                .headers()
                .firstValueAsLong("Content-Length")
                .orElse(-1);
    }

    JsonNode get(String path, String token) {
        return json(send("GET", path, token, "", BodyPublishers.noBody()));
    }

    void delete(String path, String token) {
        send("DELETE", path, token, "", BodyPublishers.noBody());
    }

    String getText(String path) {
        return send("GET", path, "", "", BodyPublishers.noBody()).body();
    }

    private HttpResponse<String> send(String method, String path, String token, String type, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (method.equals("POST")) {
            // The same for every attempt: a repeated request is one request.
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return patiently(request.build());
    }

    private HttpResponse<String> patiently(HttpRequest request) {
        HttpResponse<String> answer = once(request);
        for (int n = 1; n < ATTEMPTS && (answer.statusCode() == TOO_MANY || answer.statusCode() == UNAVAILABLE); n++) {
            pause(answer.headers().firstValueAsLong("Retry-After").orElse(1));
            answer = once(request);
        }
        if (answer.statusCode() >= 300) {
            throw new ApiException("%s %s was answered with %d: %s"
                    .formatted(request.method(), request.uri().getPath(), answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private HttpResponse<String> once(HttpRequest request) {
        try {
            gate.acquire();
            try {
                return client.send(request, BodyHandlers.ofString());
            } finally {
                gate.release();
            }
        } catch (IOException e) {
            throw new ApiException("%s cannot be reached: %s".formatted(base, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted", e);
        }
    }

    private static void pause(long seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(Math.min(60, Math.max(1, seconds))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted", e);
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + body, e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new ApiException(
                    "%s answered with something that is not JSON"
                            .formatted(answer.uri().getPath()),
                    e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
