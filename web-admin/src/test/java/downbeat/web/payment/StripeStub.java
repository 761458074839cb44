package downbeat.web.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The few addresses of the provider that are used, on this machine: it keeps what it is asked for, under its key once. */
public final class StripeStub implements AutoCloseable {
    /** What goes wrong. */
    public enum Mood {
        WELL,
        /** Every request is answered 500, and nothing is done. */
        DOWN,
        /** What is asked for is done, and answered 500. */
        LOSES_ANSWERS
    }

    public record Session(String id, Map<String, String> asked) {
        public String url() {
            return "https://pay.example/" + id;
        }

        String drop() {
            return String.valueOf(asked.get("metadata[drop]"));
        }

        String claim() {
            return String.valueOf(asked.get("metadata[claim]"));
        }
    }

    record Refund(String id, Map<String, String> asked) {
        String due() {
            return asked.getOrDefault("metadata[due]", "");
        }
    }

    private final HttpServer server;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Refund> refunds = new ConcurrentHashMap<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;
    private volatile String authorization = "";

    public StripeStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void feels(Mood now) {
        mood = now;
    }

    /** The provider forgets its keys after a day. */
    void forgetsKeys() {
        var known = new ArrayList<>(refunds.values());
        refunds.clear();
        known.forEach(refund -> refunds.put(refund.id(), refund));
    }

    List<Session> sessions() {
        return List.copyOf(sessions.values());
    }

    /** Where a claim is paid. */
    public Session sessionOf(String claim) {
        return sessions().stream()
                .filter(session -> session.claim().equals(claim))
                .findFirst()
                .orElseThrow();
    }

    List<Refund> refunds() {
        return List.copyOf(refunds.values());
    }

    List<Refund> refundsOf(String payment) {
        return refunds().stream()
                .filter(refund -> payment.equals(refund.asked().get("payment_intent")))
                .toList();
    }

    List<String> closed() {
        return List.copyOf(closed);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    String authorization() {
        return authorization;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var query = exchange.getRequestURI().getRawQuery();
            var key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            requests.add(request);
            authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (mood == Mood.DOWN) {
                send(exchange, 500, Map.of("error", Map.of("type", "api_error", "message", "down")));
                return;
            }
            if (isAnotherUnder(key, request, form)) {
                send(exchange, 400, Map.of("error", Map.of("type", "idempotency_error", "message", "another request")));
                return;
            }
            var json = done(request, form, form(query == null ? "" : query), key);
            if (mood == Mood.LOSES_ANSWERS) {
                send(exchange, 500, Map.of("error", Map.of("type", "api_error", "message", "lost")));
            } else {
                send(exchange, 200, json);
            }
        }
    }

    private boolean isAnotherUnder(String key, String request, Map<String, String> form) {
        var asked = request.equals("POST /v1/refunds")
                ? Optional.ofNullable(refunds.get(key)).map(Refund::asked)
                : Optional.ofNullable(sessions.get(key)).map(Session::asked);
        return asked.filter(it -> !it.equals(form)).isPresent();
    }

    private Map<String, Object> done(String request, Map<String, String> form, Map<String, String> query, String key) {
        if (request.equals("POST /v1/checkout/sessions")) {
            var session = sessions.computeIfAbsent(key, k -> new Session("cs_test_" + (sessions.size() + 1), form));
            return Map.of("id", session.id(), "object", "checkout.session", "url", session.url());
        }
        if (request.startsWith("POST /v1/checkout/sessions/") && request.endsWith("/expire")) {
            var id = request.substring("POST /v1/checkout/sessions/".length(), request.lastIndexOf('/'));
            closed.add(id);
            return Map.of("id", id, "object", "checkout.session");
        }
        if (request.equals("POST /v1/refunds")) {
            return json(refunds.computeIfAbsent(key, k -> new Refund("re_" + (refunds.size() + 1), form)));
        }
        if (request.equals("GET /v1/refunds")) {
            return Map.of(
                    "object",
                    "list",
                    "has_more",
                    false,
                    "data",
                    refundsOf(query.getOrDefault("payment_intent", "")).stream()
                            .map(StripeStub::json)
                            .toList());
        }
        throw new AssertionError("Nobody should ask for " + request);
    }

    private static Map<String, Object> json(Refund refund) {
        return Map.of("id", refund.id(), "object", "refund", "metadata", Map.of("due", refund.due()));
    }

    private static Map<String, String> form(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : text.split("&", -1)) {
            var parts = field.split("=", 2);
            if (parts.length == 2) {
                fields.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
        var body = Visitor.json(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
