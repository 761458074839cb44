package downbeat.web.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.web.api.ApiDocument;
import downbeat.web.api.HttpContract;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Operations;
import downbeat.web.http.operation.Takes;
import downbeat.web.stage.AlertBodies;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.HookBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.RightBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation with every kind of bad input, by the document's own examples and schemas: a problem that names the field, never
 * a fault of ours, and nothing taken that the document forbids.
 */
class BadInputTest {
    /** What is no JSON object, whatever it is for. */
    private static final Map<String, byte[]> NO_OBJECT = new LinkedHashMap<>();

    /** Beyond any number a schema could judge. */
    private static final String HUGE = "1e400";

    /** Values that come in the place of each field, as JSON. */
    private static final List<String> BAD = List.of(
            HUGE,
            "-1",
            "12.5",
            "99999999999999999999",
            "[]",
            "{}",
            "true",
            "null",
            "\"\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[".repeat(900) + "]".repeat(900));

    /** What no text may hold: a control character, half a character. */
    private static final List<String> BAD_TEXT = List.of("\"ab\\u0000cdefghijk\"", "\"ab\\ud800cdefghijk\"");

    /** A password is never shown, so it may hold anything that has a length. */
    private static final Set<String> SECRETS = Set.of("password");

    static {
        NO_OBJECT.put("a list", "[]".getBytes(UTF_8));
        NO_OBJECT.put("null", "null".getBytes(UTF_8));
        NO_OBJECT.put("half an object", "{".getBytes(UTF_8));
        NO_OBJECT.put("two objects", "{}{}".getBytes(UTF_8));
        NO_OBJECT.put("the same key twice", "{\"title\":\"a\",\"title\":\"b\"}".getBytes(UTF_8));
        NO_OBJECT.put("too deep", ("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}").getBytes(UTF_8));
        NO_OBJECT.put("too many digits", ("{\"a\":" + "9".repeat(5_000) + "}").getBytes(UTF_8));
        NO_OBJECT.put("no number", "{\"a\":Infinity}".getBytes(UTF_8));
        NO_OBJECT.put("no UTF-8", "{\"title\":\"\u00ff\u00fe\"}".getBytes(ISO_8859_1));
        NO_OBJECT.put("a raw control character", "{\"title\":\"a\u0001\"}".getBytes(UTF_8));
        NO_OBJECT.put("a field nobody knows", "{\"\\u0007\":1}".getBytes(UTF_8));
    }

    private static final ApiDocument DOCUMENT = ApiDocument.named("openapi.json");
    private static Stage stage;
    private static Visitor tara;
    private static Visitor admin;
    private static Map<String, String> objects;

    @BeforeAll
    static void open() {
        stage = Stage.open("downbeat.http.rate-limits = off");
        tara = stage.organizer("tara");
        admin = stage.admin();
        var path = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        tara.post(path + "/schedule").expecting(200);
        objects = Map.of(
                "classes", path.substring(path.lastIndexOf('/') + 1),
                "accounts", tara.account(),
                "pop-ups", PopUpBodies.published(tara),
                "drops", DropBodies.composed(tara, DropBodies.online("0".repeat(64) + ".png")),
                "me/webhooks", HookBodies.subscribed(tara),
                "me/alerts", AlertBodies.made(tara));
    }

    @AfterAll
    static void close() {
        assertThat(stage.anonymous().get("/health/ready").status()).isEqualTo(200);
        stage.close();
    }

    @Test
    void a_language_that_is_none_is_named_with_what_would_be_one() {
        var body = new HashMap<>(Workouts.classBody());
        body.put("languages", List.of("de", "German"));
        var path = "/api/v1/classes/" + objects.get("classes");
        for (var refused : List.of(
                tara.post("/api/v1/classes", body),
                tara.patch(path, Map.of("languages", List.of("de", "de-AT")), "*"),
                tara.post(PopUpBodies.ALL, PopUpBodies.form("languages", List.of("de", "xx"))))) {
            var problem = refused.expecting(400).json();
            assertThat(problem.get("field").asText()).isEqualTo("languages[1]");
            assertThat(problem.get("detail").asText()).contains("ISO 639-1", "such as de or en");
        }
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_object_is_refused() {
        return operations(Takes.Kind.JSON)
                .flatMap(o -> NO_OBJECT.entrySet().stream()
                        .map(bad -> DynamicTest.dynamicTest(o.name() + " × " + bad.getKey(), () -> {
                            var reply = call(o, path(o), bad.getValue());
                            // A command's own reader says what is wrong with a command.
                            assertThat(reply.status())
                                    .as(reply.text())
                                    .isIn(400, o.name().equals("control") ? 422 : 400);
                            assertThat(reply.json().get("detail").asText()).isNotBlank();
                        })));
    }

    /** An edit of nothing may be left out, and so may whether a device is a supervisor's and how an offer is paid. */
    @TestFactory
    Stream<DynamicTest> a_body_that_is_missing_is_asked_for() {
        return operations(Takes.Kind.JSON)
                .filter(o -> !Set.of("editClass", "inviteDevice", "acceptUnits", "editPicture")
                        .contains(o.name()))
                .map(o -> DynamicTest.dynamicTest(o.name(), () -> {
                    var reply = call(o, path(o), new byte[0]).expecting(400);
                    assertThat(reply.problem()).isIn("missing-field", "bad-json");
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_field_with_every_bad_value_is_named() {
        return operations(Takes.Kind.JSON)
                .flatMap(o -> bodies(o).stream()
                        .flatMap(body -> fields("", body).stream()
                                .map(field -> DynamicTest.dynamicTest(
                                        o.name() + " × " + field, () -> sweep(o, body, field)))));
    }

    private static void sweep(Operation operation, ObjectNode body, String field) {
        var values = new ArrayList<>(BAD);
        if (body.at(pointer(field)).isTextual() && !SECRETS.contains(field)) {
            values.addAll(BAD_TEXT);
        }
        for (var value : values) {
            var bad = with(body, field, value);
            var reply = call(operation, path(operation), bad.getBytes(UTF_8));
            assertThat(reply.status()).as(field + " = " + shortened(value)).isLessThan(500);
            if (BAD_TEXT.contains(value) || value.equals(HUGE) || !allowed(operation, bad)) {
                assertThat(reply.status())
                        .as(field + " = " + shortened(value) + ": " + reply.text())
                        .isIn(400, 404, 422);
                named(operation, reply, field);
            }
        }
    }

    /** The field itself, what it is in, or a part of it. The reader of commands names fields without the verb they are in. */
    private static void named(Operation operation, Reply reply, String field) {
        var said = reply.json().path("field").asText();
        if (!operation.name().equals("control")) {
            assertThat(said).as(reply.text()).isNotEmpty();
            assertThat(said.startsWith(field) || field.startsWith(said))
                    .as(field + " is at fault, but said is " + reply.text())
                    .isTrue();
        } else if (field.contains(".")) {
            assertThat(said).as(reply.text()).isEqualTo(field.substring(field.indexOf('.') + 1));
        } else {
            assertThat(reply.json().get("detail").asText()).isNotBlank();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatever_stands_in_the_path_or_the_query_is_answered() {
        var odd = List.of("%00", "%ff", "..%2f..", "x".repeat(300), "%F0%9F%9A%B4", "a%20b", "-", "1e9", "%25");
        return operations(null)
                .flatMap(o -> odd.stream()
                        .map(text -> DynamicTest.dynamicTest(o.name() + " × " + shortened(text), () -> {
                            var body = RightBodies.of(o, "p-none");
                            if (o.path().text().contains("{id}")) {
                                var template = filled(o.path().text().replace("{id}", text));
                                assertThat(call(o, template, body).status()).isEqualTo(404);
                            }
                            for (var name : o.query()) {
                                var query = "?" + name + "=" + text + (name.equals("name") ? ".zwo" : "");
                                var reply = call(o, path(o) + query, body);
                                assertThat(reply.status()).as(reply.text()).isLessThan(500);
                                var fileName = Set.of("name", "alt").contains(name) && !text.equals("%00");
                                // Letters of a name are any letters.
                                var words = Set.of("q", "style", "by", "host").contains(name);
                                var taken = words ? 200 : fileName ? 201 : 400;
                                assertThat(reply.status()).as(name).isIn(taken, 400);
                            }
                        })));
    }

    private static Stream<Operation> operations(Takes.@Nullable Kind kind) {
        return stage.node().node().context().find(Operations.class).all().stream()
                .filter(o -> !o.name().equals("signOut"))
                .filter(o -> kind == null || o.takes().kind() == kind);
    }

    private static Reply call(Operation operation, String path, byte @Nullable [] body) {
        var who = operation.access() == Access.ADMIN ? admin : tara;
        return who.send(operation.method(), path, body, "Content-Type", RightBodies.type(operation), "If-Match", "*");
    }

    private static String path(Operation operation) {
        var kind = operation.path().text().replaceFirst("^/api/v1/((?:me/)?[^/]+).*", "$1");
        return filled(operation.path().text().replace("{id}", objects.getOrDefault(kind, "p-none")));
    }

    private static String filled(String path) {
        return path.replace("{hash}", "0".repeat(64))
                .replace("{file}", "0".repeat(64) + ".png")
                .replace("{hold}", "h-nobodys")
                .replace("{ticket}", "1")
                .replace("{device}", "d-nobodys")
                .replace("{message}", "n-nobodys")
                .replace("{claim}", "1")
                .replace("{point}", "online")
                .replace("{bundle}", "set")
                .replace("{token}", "no.such.token")
                .replace("{event}", "d-nobodys_1_1")
                .replace("{date}", "2198-12-08");
    }

    private static JsonNode media(Operation operation) {
        return DOCUMENT.at(mediaPointer(operation));
    }

    private static String mediaPointer(Operation operation) {
        var path = ApiDocument.step("/paths", operation.path().text());
        return path + "/" + operation.method().toLowerCase(Locale.ROOT) + "/requestBody/content/application~1json";
    }

    private static boolean allowed(Operation operation, String body) {
        return DOCUMENT.faults(mediaPointer(operation) + "/schema", HttpContract.withoutNulls(json(body)))
                .isEmpty();
    }

    /** The document's example; of commands, one of each kind. */
    private static List<ObjectNode> bodies(Operation operation) {
        if (operation.name().equals("control")) {
            return Stream.of(
                            "{\"start\":{\"cueId\":\"s-1\"}}",
                            "{\"skip\":{\"to\":1}}",
                            "{\"shift\":{\"byMs\":500}}",
                            "{\"cue\":{\"cueId\":\"t-1\",\"verb\":\"SAY\",\"text\":\"Go\",\"tone\":\"GO\",\"showMs\":400}}",
                            "{\"ask\":{\"cueId\":\"a-1\",\"question\":\"Ready?\",\"answer\":\"READY\"}}",
                            "{\"endAsk\":{\"cueId\":\"a-1\"}}",
                            "{\"lower\":{\"member\":\"m-1\"}}")
                    .map(text -> (ObjectNode) json(text))
                    .toList();
        }
        return List.of((ObjectNode) media(operation).path("example").deepCopy());
    }

    /** Names with dots, down to the leaves. */
    private static List<String> fields(String prefix, JsonNode object) {
        var all = new ArrayList<String>();
        for (var field : object.properties()) {
            all.add(prefix + field.getKey());
            all.addAll(fields(prefix + field.getKey() + ".", field.getValue()));
        }
        return all;
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/');
    }

    private static String with(ObjectNode body, String field, String json) {
        var copy = body.deepCopy();
        var at = field.lastIndexOf('.');
        var parent = at < 0 ? copy : (ObjectNode) copy.at(pointer(field.substring(0, at)));
        parent.put(field.substring(at + 1), "@@");
        return copy.toString().replace("\"@@\"", json);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String shortened(String text) {
        return text.length() > 24 ? text.substring(0, 24) + "…" : text;
    }
}
