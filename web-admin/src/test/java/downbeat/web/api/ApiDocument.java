package downbeat.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** A JSON document with schemas and examples inside, as the node serves it. */
public final class ApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What says more about an object that is described elsewhere, and examples, which are values. */
    private static final Set<String> CONDITIONAL = Set.of("allOf", "if", "then", "else", "example", "examples");

    private final String iri;
    private final JsonNode root;
    private final JsonSchema document;

    private ApiDocument(String iri, JsonNode root) {
        this.iri = iri;
        this.root = root;
        this.document = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(iri), root);
    }

    /** Reads {@code /api/<name>} off the class path. */
    public static ApiDocument named(String name) {
        try (var in = ApiDocument.class.getResourceAsStream("/api/" + name)) {
            if (in == null) {
                throw new IllegalStateException("api/" + name + " is not on the class path");
            }
            return of(name, new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ApiDocument of(String name, String text) {
        try {
            return new ApiDocument("https://downbeat.dev/api/" + name, JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode at(String pointer) {
        return root.at(pointer);
    }

    /**
     * The same document with every object closed: a field that is not described is a fault. For what the node sends; a
     * client must go on ignoring fields it does not know.
     */
    public ApiDocument closed() {
        JsonNode copy = root.deepCopy();
        close(copy);
        return new ApiDocument(iri, copy);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("type").asText().equals("object")
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        for (var field : node.properties()) {
            if (!CONDITIONAL.contains(field.getKey())) {
                close(field.getValue());
            }
        }
        if (node.isArray()) {
            node.forEach(ApiDocument::close);
        }
    }

    /** The node itself, or the one it refers to. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(root.at(node.get("$ref").textValue().substring(1))) : node;
    }

    /** References that lead nowhere, or out of the document. */
    List<String> danglingReferences() {
        var dangling = new ArrayList<String>();
        walk("", root, (pointer, node) -> {
            var reference = node.get("$ref");
            if (reference != null
                    && reference.isTextual()
                    && (!reference.textValue().startsWith("#/")
                            || root.at(reference.textValue().substring(1)).isMissingNode())) {
                dangling.add(pointer + " -> " + reference.textValue());
            }
        });
        return dangling;
    }

    /** An example beside its schema. */
    record Example(String schema, JsonNode value) {}

    /**
     * Every example: {@code example} beside {@code schema} (media types, parameters, headers), {@code examples} in a schema,
     * {@code examples[].payload} beside {@code payload} (messages).
     */
    List<Example> examples() {
        var found = new ArrayList<Example>();
        walk("", root, (pointer, node) -> {
            if (node.has("schema") && node.has("example")) {
                found.add(new Example(pointer + "/schema", node.get("example")));
            } else if (node.path("payload").isObject() && node.path("examples").isArray()) {
                node.get("examples").forEach(e -> found.add(new Example(pointer + "/payload", e.path("payload"))));
            } else if (node.path("examples").isArray()) {
                node.get("examples").forEach(e -> found.add(new Example(pointer, e)));
            }
        });
        return found;
    }

    /** What is wrong with a value, judged by the schema at this pointer; empty if nothing. */
    public List<String> faults(String schema, JsonNode value) {
        return document.getRefSchema(SchemaLocation.of("#" + schema).getFragment()).validate(value).stream()
                .map(fault -> schema + ": " + fault.getMessage())
                .toList();
    }

    List<String> faults(String schema, String json) {
        try {
            return faults(schema, JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where in a document something begins; {@code /} and {@code ~} escaped as RFC 6901 says. */
    public static String step(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Examples are values, not part of the document's own grammar: nothing inside them is visited. */
    private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visit) {
        visit.accept(pointer, node);
        for (var field : node.properties()) {
            if (!field.getKey().equals("example") && !field.getKey().equals("examples")) {
                walk(step(pointer, field.getKey()), field.getValue(), visit);
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, node.get(i), visit);
            }
        }
    }
}
