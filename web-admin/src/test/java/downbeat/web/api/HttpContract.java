package downbeat.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API document as a promise: every exchange of a test is held to it. What the node answers must be described to the
 * last field, and what it takes must be allowed by the description.
 */
public final class HttpContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    /** Answers of the HTTP layer, before any operation is reached. */
    private static final Set<Integer> NOBODYS = Set.of(405, 414, 431, 501);

    private static final HttpContract NODE = new HttpContract(ApiDocument.named("openapi.json"));

    private final ApiDocument open;
    private final ApiDocument closed;
    private final Set<String> succeeded = new ConcurrentSkipListSet<>();

    HttpContract(ApiDocument document) {
        this.open = document;
        this.closed = document.closed();
    }

    /** The promise of the node; remembers what it has seen succeed. */
    public static HttpContract ofTheNode() {
        return NODE;
    }

    /**
     * One request and its answer.
     *
     * @param path without the query
     * @param contentType of the answer, empty without a body
     */
    public record Exchange(
            String method, String path, byte @Nullable [] sent, int status, String contentType, byte[] answered) {
        boolean succeeds() {
            return status < 300;
        }

        private String told() {
            return method + " " + path + " → " + status;
        }
    }

    /** What of the exchange is not as described; empty if all is, or if it is about something the document does not describe. */
    public List<String> faults(Exchange exchange) {
        return operation(exchange).map(pointer -> faults(exchange, pointer)).orElse(List.of()).stream()
                .map(fault -> exchange.told() + ": " + fault)
                .toList();
    }

    /** Names of the operations that were seen to succeed. */
    public Set<String> succeeded() {
        return Set.copyOf(succeeded);
    }

    private Optional<String> operation(Exchange exchange) {
        return open.at("/paths").properties().stream()
                .filter(path -> fits(path.getKey(), exchange.path()))
                .min(Comparator.comparingInt(path -> path.getKey().split("\\{", -1).length))
                .map(path -> ApiDocument.step(
                        ApiDocument.step("/paths", path.getKey()),
                        exchange.method().toLowerCase(Locale.ROOT)))
                .filter(pointer -> !open.at(pointer).isMissingNode());
    }

    private static boolean fits(String template, String path) {
        return path.matches(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private List<String> faults(Exchange exchange, String operation) {
        var faults = new ArrayList<String>();
        if (exchange.succeeds()) {
            succeeded.add(open.at(operation).path("operationId").asText());
            faults.addAll(faultsOfRequest(exchange, operation));
        }
        if (!NOBODYS.contains(exchange.status())) {
            faults.addAll(faultsOfAnswer(exchange, operation));
        }
        return faults;
    }

    private List<String> faultsOfRequest(Exchange exchange, String operation) {
        var schema = operation + "/requestBody/content/application~1json/schema";
        var sent = exchange.sent();
        var takesFilesToo = open.at(operation + "/requestBody/content").size() > 1;
        if (sent == null || sent.length == 0 || takesFilesToo || open.at(schema).isMissingNode()) {
            return List.of();
        }
        return open.faults(schema, json(sent)).stream()
                .map(fault -> "took what is not allowed: " + fault)
                .toList();
    }

    private List<String> faultsOfAnswer(Exchange exchange, String operation) {
        var response = operation + "/responses/" + exchange.status();
        if (open.at(response).isMissingNode()) {
            return List.of("this status is not described");
        }
        var content = place(response) + "/content";
        if (open.at(content).isMissingNode()) {
            return exchange.answered().length == 0 ? List.of() : List.of("a body, though none is described");
        }
        var type = exchange.contentType().replaceFirst(";.*", "");
        var media = ApiDocument.step(content, type);
        if (open.at(media).isMissingNode()) {
            return List.of("the media type " + type + " is not described");
        }
        return type.equals("application/json") || type.equals(PROBLEM)
                ? closed.faults(media + "/schema", json(exchange.answered()))
                : List.of();
    }

    /** Where a response really stands: in place, or where its reference leads. */
    private String place(String response) {
        var reference = open.at(response).path("$ref");
        return reference.isTextual() ? reference.textValue().substring(1) : response;
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("what should be JSON is none", e);
        }
    }
}
