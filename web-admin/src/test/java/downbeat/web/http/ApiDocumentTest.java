package downbeat.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.classes.live.connection.CommandReader;
import downbeat.classes.live.message.Role;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Operations;
import downbeat.web.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API document and the operation table say the same. */
class ApiDocumentTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static Stage stage;
    private static JsonNode document;
    private static List<Operation> table;

    @BeforeAll
    static void open() throws IOException {
        stage = Stage.open();
        document = stage.anonymous().get("/api/openapi.json").expecting(200).json();
        table = stage.node().node().context().find(Operations.class).all();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void every_operation_is_described_and_every_description_is_an_operation() {
        var declared = new TreeSet<String>();
        table.forEach(o -> declared.add(
                o.method().toLowerCase(java.util.Locale.ROOT) + " " + o.path().text() + " " + o.name()));
        assertThat(described()).containsExactlyElementsOf(declared);
    }

    private static Set<String> described() {
        var described = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        described.add(operation.getKey() + " " + path.getKey() + " "
                                + operation.getValue().path("operationId").asText());
                    }
                }));
        return described;
    }

    @Test
    void what_a_trainer_says_on_the_socket_is_described_for_http_too() {
        var said = stage
                .anonymous()
                .get("/api/asyncapi.json")
                .expecting(200)
                .json()
                .at("/components/messages")
                .findValuesAsText("title")
                .stream()
                .filter(verb -> !CommandReader.allowed(Role.MEMBER, verb))
                .distinct()
                .toList();
        assertThat(said).contains("start", "check", "adapt");
        for (var schema : List.of("TrainerCommand", "TrainerReply")) {
            assertThat(document.at("/components/schemas/" + schema + "/oneOf").findValuesAsText("title"))
                    .as(schema)
                    .containsExactlyInAnyOrderElementsOf(said);
        }
    }

    @Test
    void query_parameters_are_described_by_name() {
        for (var operation : table) {
            var known = new ArrayList<String>();
            describe(operation).path("parameters").forEach(p -> {
                var parameter = resolved(p);
                if (parameter.path("in").asText().equals("query")) {
                    known.add(parameter.path("name").asText());
                }
            });
            assertThat(known).as(operation.name()).containsExactlyInAnyOrderElementsOf(operation.query());
        }
    }

    @Test
    void every_reference_leads_somewhere() throws IOException {
        var references = new ArrayList<String>();
        collect(document, references);
        assertThat(references).isNotEmpty();
        for (var reference : references) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
        assertThat(new ObjectMapper().readTree(document.toString())).isEqualTo(document);
    }

    @Test
    void who_may_call_and_what_is_taken_are_described_as_they_are() {
        for (var operation : table) {
            var described = describe(operation);
            var access =
                    operation.access().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            var said = described.path("x-access").asText().replace("booked", "signed-in");
            assertThat(said).as(operation.name()).isEqualTo(access);
            var media = described.at("/requestBody/content");
            switch (operation.takes().kind()) {
                case NOTHING ->
                    assertThat(media.isMissingNode()).as(operation.name()).isTrue();
                case JSON ->
                    assertThat(media.has("application/json"))
                            .as(operation.name())
                            .isTrue();
                case MEDIA ->
                    assertThat(media.has("audio/mpeg") && media.has("image/png"))
                            .as(operation.name())
                            .isTrue();
                case FILE, LOAD ->
                    assertThat(media.has("application/octet-stream"))
                            .as(operation.name())
                            .isTrue();
            }
        }
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isTextual()) {
            references.add(node.get("$ref").asText());
        }
        node.forEach(child -> collect(child, references));
    }

    private static JsonNode describe(Operation operation) {
        return document.at("/paths")
                .path(operation.path().text())
                .path(operation.method().toLowerCase(java.util.Locale.ROOT));
    }

    private static JsonNode resolved(JsonNode node) {
        return node.path("$ref").isTextual()
                ? document.at(node.get("$ref").asText().substring(1))
                : node;
    }
}
