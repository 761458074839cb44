package downbeat.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two API documents hang together: every reference leads somewhere, every example is what its schema says. */
final class ApiDocumentsTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Set<String> ACCESS = Set.of(
            "anyone",
            "link",
            "signed-in",
            "member",
            "trainer",
            "owner",
            "owner-or-admin",
            "trainer-or-admin",
            "booked",
            "organizer",
            "host",
            "door",
            "admin");

    private final ApiDocument http = ApiDocument.named("openapi.json");
    private final ApiDocument live = ApiDocument.named("asyncapi.json");

    @Test
    void every_reference_leads_somewhere() {
        assertThat(http.danglingReferences()).isEmpty();
        assertThat(live.danglingReferences()).isEmpty();
    }

    @Test
    void a_reference_that_leads_nowhere_is_found() {
        var broken = ApiDocument.of("broken.json", "{\"a\":{\"$ref\":\"#/b\"},\"c\":{\"$ref\":\"other.json\"}}");

        assertThat(broken.danglingReferences()).containsExactly("/a -> #/b", "/c -> other.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.json", "asyncapi.json"})
    void every_example_is_what_its_schema_says(String name) {
        var document = ApiDocument.named(name);
        var examples = document.examples();

        assertThat(examples).hasSizeGreaterThan(50);
        assertThat(examples.stream().flatMap(e -> document.faults(e.schema(), e.value()).stream()))
                .isEmpty();
    }

    @Test
    void an_example_that_breaks_its_schema_is_found() {
        var broken = ApiDocument.of(
                "broken.json",
                "{\"m\":{\"schema\":{\"$ref\":\"#/s\"},\"example\":{\"n\":721}},"
                        + "\"s\":{\"properties\":{\"n\":{\"maximum\":720}}}}");
        var example = broken.examples().getFirst();

        assertThat(broken.faults(example.schema(), example.value())).hasSize(1);
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_tag_and_says_who_may_call() {
        var names = new ArrayList<String>();
        for (var operation : operations()) {
            names.add(operation.path("operationId").asText());
            assertThat(operation.path("tags")).as("tags of %s", names.getLast()).hasSize(1);
            assertThat(ACCESS).contains(operation.path("x-access").asText());
            assertThat(operation.path("security").isArray())
                    .as("security of %s", names.getLast())
                    .isTrue();
        }
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void every_operation_answers_what_goes_wrong_with_a_problem() {
        for (var operation : operations()) {
            var statuses = new ArrayList<String>();
            for (var response : operation.path("responses").properties()) {
                if (response.getKey().matches("[45]..")) {
                    statuses.add(response.getKey());
                    assertThat(http.resolved(response.getValue()).at("/content").has("application/problem+json"))
                            .as("%s of %s", response.getKey(), operation.path("operationId"))
                            .isTrue();
                }
            }
            assertThat(statuses)
                    .as(operation.path("operationId").asText())
                    .anyMatch(status -> status.startsWith("4"))
                    .contains("500");
        }
    }

    @Test
    void the_status_in_the_example_of_a_problem_is_one_it_is_used_for() {
        for (var operation : operations()) {
            for (var response : operation.path("responses").properties()) {
                var status = http.resolved(response.getValue()).at("/content/application~1problem+json/example/status");
                if (!status.isMissingNode() && !response.getKey().equals("default")) {
                    assertThat(status.asText())
                            .as(operation.path("operationId").asText())
                            .isEqualTo(response.getKey());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lengthMinutes\":4}",
                "{\"lengthMinutes\":361}",
                "{\"title\":\"\"}",
                "{\"onlineCapacity\":5001}",
                "{\"color\":\"red\"}",
                "{\"start\":\"2026-12-01T18:00Z\"}"
            })
    void an_edit_beyond_the_limits_is_refused(String edit) {
        assertThat(http.faults("/components/schemas/ClassEdit", edit)).isNotEmpty();
    }

    @Test
    void a_class_needs_a_place_for_somebody() {
        var draft = "{\"title\":\"T\",\"style\":\"S\",\"description\":\"\",\"start\":\"2026-12-01T18:00\","
                + "\"zone\":\"UTC\",\"lengthMinutes\":60,\"onlineCapacity\":%d,\"inRoomCapacity\":0,"
                + "\"price\":{\"minor\":0,\"currency\":\"EUR\"},\"trial\":false}";

        assertThat(http.faults("/components/schemas/ClassDraft", draft.formatted(0)))
                .isNotEmpty();
        assertThat(http.faults("/components/schemas/ClassDraft", draft.formatted(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cue\":{\"cueId\":\"p-1\",\"verb\":\"SAY\",\"text\":\"x\"}}",
                "{\"shift\":{\"byMs\":600001}}",
                "{\"start\":{},\"pause\":{}}",
                "{\"connect\":{}}"
            })
    void what_is_no_trainer_command_is_refused(String command) {
        assertThat(http.faults("/components/schemas/TrainerCommand", command)).isNotEmpty();
    }

    @Test
    void every_message_of_the_live_channel_is_used_and_has_an_example() {
        var used = live.at("/operations").findValuesAsText("$ref");

        for (var message : live.at("/channels/live/messages").properties()) {
            assertThat(used).contains("#/channels/live/messages/" + message.getKey());
            assertThat(live.resolved(message.getValue()).path("examples"))
                    .as(message.getKey())
                    .isNotEmpty();
        }
    }

    @Test
    void the_close_codes_of_the_protocol_are_named() {
        assertThat(live.at("/channels/live/x-close-codes").findValues("code"))
                .extracting(JsonNode::asInt)
                .containsExactly(1000, 1009, 3000, 3001, 3003, 3008, 3009, 3010);
    }

    private List<JsonNode> operations() {
        var all = new ArrayList<JsonNode>();
        for (var path : http.at("/paths").properties()) {
            for (var method : path.getValue().properties()) {
                assertThat(METHODS).contains(method.getKey());
                all.add(method.getValue());
            }
        }
        assertThat(all).isNotEmpty();
        return all;
    }
}
