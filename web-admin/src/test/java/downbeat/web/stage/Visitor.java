package downbeat.web.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.api.HttpContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who calls the API over real HTTP, signed in or not. */
public final class Visitor {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    public static final String PASSWORD = "correct horse battery";

    private final String base;
    private final String token;
    private final String name;
    private final String account;
    private final String cookie;

    private Visitor(String base, String token, String name, String account, String cookie) {
        this.base = base;
        this.token = token;
        this.name = name;
        this.account = account;
        this.cookie = cookie;
    }

    private static Visitor of(String base, Reply session, String name) {
        var json = session.json();
        return new Visitor(
                base, json.get("token").asText(), name, json.at("/account/id").asText(), "");
    }

    public static Visitor anonymous(String base) {
        return new Visitor(base, "", "anonymous", "-", "");
    }

    /** A browser with what this answer set, beside what this visitor has. */
    public Visitor keeping(Reply answer) {
        return new Visitor(
                base, token, name, account, answer.header("Set-Cookie").replaceFirst(";.*", ""));
    }

    /** Registers as {@code name@example.org} and is signed in. */
    public static Visitor named(String base, String name, String... roles) {
        var reply = anonymous(base)
                .post(
                        "/api/v1/accounts",
                        Map.of(
                                "email",
                                name + "@example.org",
                                "password",
                                PASSWORD,
                                "name",
                                name,
                                "roles",
                                List.of(roles)))
                .expecting(201);
        return of(base, reply, name);
    }

    /** Signs in to an account that exists. */
    public static Visitor signedIn(String base, String email, String password) {
        var reply = anonymous(base)
                .post("/api/v1/session", Map.of("email", email, "password", password))
                .expecting(200);
        return of(base, reply, email);
    }

    /** The same person, signed in as here, at another node. */
    public Visitor at(String otherBase) {
        return new Visitor(otherBase, token, name, account, cookie);
    }

    public String token() {
        return token;
    }

    public String name() {
        return name;
    }

    /** The id of the account. */
    public String account() {
        return account;
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, Object json) {
        return send("POST", path, json(json), "Content-Type", "application/json");
    }

    /** With an idempotency key. */
    public Reply post(String path, Object json, String key) {
        return send("POST", path, json(json), "Content-Type", "application/json", "Idempotency-Key", key);
    }

    public Reply post(String path) {
        return send("POST", path, null);
    }

    public Reply put(String path, Object json) {
        return send("PUT", path, json(json), "Content-Type", "application/json");
    }

    /** Replaces what was read in this version; {@code *}: whatever is there. */
    public Reply put(String path, Object json, String version) {
        return send("PUT", path, json(json), "Content-Type", "application/json", "If-Match", version);
    }

    public Reply patch(String path, Object json, String version) {
        return send("PATCH", path, json(json), "Content-Type", "application/json", "If-Match", version);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    /** Anything, with any headers: name, value, name, value … */
    public Reply send(String method, String path, byte @Nullable [] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (!cookie.isEmpty()) {
            request.setHeader("Cookie", cookie);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            var reply = new Reply(response.statusCode(), response);
            hold(method, path, body, reply);
            return reply;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Nothing that a test sees may differ from the API document. */
    private static void hold(String method, String path, byte @Nullable [] body, Reply reply) {
        if (!reply.header("Content-Encoding").isEmpty()) {
            return;
        }
        var exchange = new HttpContract.Exchange(
                method,
                path.replaceFirst("\\?.*", ""),
                body,
                reply.status(),
                reply.response().headers(),
                reply.bytes());
        var faults = HttpContract.ofTheNode().faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError("Not as api/openapi.json says: " + faults);
        }
    }

    public static byte[] json(Object value) {
        try {
            return value instanceof String raw ? raw.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
