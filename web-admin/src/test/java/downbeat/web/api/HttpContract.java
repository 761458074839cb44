package downbeat.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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
    private final Set<Sighting> seen = ConcurrentHashMap.newKeySet();

    HttpContract(ApiDocument document) {
        this.open = document;
        this.closed = document.closed();
    }

    /** The promise of the node; remembers what it has seen. */
    public static HttpContract ofTheNode() {
        return NODE;
    }

    /**
     * One request and its answer.
     *
     * @param path without the query
     * @param headers of the answer
     */
    public record Exchange(
            String method, String path, byte @Nullable [] sent, int status, HttpHeaders headers, byte[] answered) {
        private String header(String name) {
            return headers.firstValue(name).orElse("");
        }

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

    /** An operation that was answered with a status. */
    public record Sighting(String operation, int status) implements Comparable<Sighting> {
        @Override
        public int compareTo(Sighting other) {
            return Comparator.comparing(Sighting::operation)
                    .thenComparingInt(Sighting::status)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return operation + " " + status;
        }
    }

    /** What was seen since the last {@link #startOver()}. */
    public SortedSet<Sighting> seen() {
        return new TreeSet<>(seen);
    }

    /** Forgets what it has seen. */
    public void startOver() {
        seen.clear();
    }

    /** Every operation with every status it is described with. */
    public SortedSet<Sighting> described() {
        var all = new TreeSet<Sighting>();
        open.at("/paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("responses")
                        .fieldNames()
                        .forEachRemaining(status -> {
                            if (!status.equals("default")) {
                                all.add(new Sighting(
                                        operation.path("operationId").asText(), Integer.parseInt(status)));
                            }
                        })));
        return all;
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
        seen.add(new Sighting(open.at(operation).path("operationId").asText(), exchange.status()));
        if (exchange.succeeds()) {
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
        return open.faults(schema, withoutNulls(json(sent))).stream()
                .map(fault -> "took what is not allowed: " + fault)
                .toList();
    }

    /** The document says so: what is null counts as left out. */
    public static JsonNode withoutNulls(JsonNode body) {
        var copy = body.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
            object.properties().forEach(field -> field.setValue(withoutNulls(field.getValue())));
        }
        return copy;
    }

    private List<String> faultsOfAnswer(Exchange exchange, String operation) {
        var response = operation + "/responses/" + exchange.status();
        if (open.at(response).isMissingNode()) {
            return List.of("this status is not described");
        }
        var faults = new ArrayList<>(faultsOfBody(exchange, place(response) + "/content"));
        open.at(place(response) + "/headers").properties().forEach(header -> {
            var schema = open.resolved(header.getValue()).path("schema");
            faults.addAll(faultsOfHeader(exchange.header(header.getKey()), header.getKey(), schema));
        });
        return faults;
    }

    /** Every header that is described is sent, and is what its pattern says if it has one. */
    private static List<String> faultsOfHeader(String value, String name, JsonNode schema) {
        var pattern = schema.path("pattern").asText("");
        return value.isEmpty()
                        || (!pattern.isEmpty()
                                && !Pattern.compile(pattern).matcher(value).find())
                ? List.of("the header " + name + " is not as described: " + value)
                : List.of();
    }

    private List<String> faultsOfBody(Exchange exchange, String content) {
        if (open.at(content).isMissingNode()) {
            return exchange.answered().length == 0 ? List.of() : List.of("a body, though none is described");
        }
        var type = exchange.header("Content-Type").replaceFirst(";.*", "");
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
