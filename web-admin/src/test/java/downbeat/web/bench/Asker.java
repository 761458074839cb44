package downbeat.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Somebody who asks the API of a node for one thing after the other, or sends many at once. */
final class Asker {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String PASSWORD = "measure-the-downbeat-9";

    private final String base;
    private final String token;
    private final String account;

    private Asker(String base, String token, String account) {
        this.base = base;
        this.token = token;
        this.account = account;
    }

    static Asker registered(String base, String name) throws IOException, InterruptedException {
        var form =
                Map.of("email", name + "@example.org", "password", PASSWORD, "name", name, "roles", List.<String>of());
        return of(base, new Asker(base, "", "").send("POST", "/api/v1/accounts", form));
    }

    static Asker signedIn(String base, String email) throws IOException, InterruptedException {
        return of(
                base,
                new Asker(base, "", "").send("POST", "/api/v1/session", Map.of("email", email, "password", PASSWORD)));
    }

    private static Asker of(String base, JsonNode session) {
        return new Asker(
                base, session.get("token").asText(), session.at("/account/id").asText());
    }

    String account() {
        return account;
    }

    /** The answer's JSON, null when it has none. Blocks. */
    JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        var answer = HTTP.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** The answer's text, whatever it is. */
    CompletableFuture<String> post(String path, Object body) throws IOException {
        return HTTP.sendAsync(request("POST", path, body), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }

    /** The JSON at a path. Blocks. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                HTTP.send(reading(path), HttpResponse.BodyHandlers.ofString()).body());
    }

    /** What is answered at a path, whatever it is. */
    CompletableFuture<HttpResponse<String>> asked(String path) {
        return HTTP.sendAsync(reading(path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest reading(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).build();
    }

    private HttpRequest request(String method, String path, Object body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build();
    }
}
