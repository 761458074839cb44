package downbeat.web.http.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downbeat.web.http.problem.Problem;
import downbeat.web.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":",
                "[]",
                "3",
                "\"x\"",
                "null",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":01}",
                "{'a':1}",
                "{\"a\":\"\\ud800\"",
                "\u0000"
            })
    void what_is_no_json_object_is_bad_json(String body) {
        assertThat(problem(body, form -> form.only("a")).code()).isEqualTo("bad-json");
    }

    @Test
    void deep_nesting_is_bad_json_and_not_a_stack_overflow() {
        assertThat(problem("{\"a\":" + "[".repeat(100_000), form -> {}).code()).isEqualTo("bad-json");
    }

    @Test
    void a_number_of_a_million_digits_is_refused() {
        assertThat(problem("{\"a\":" + "9".repeat(1_000_000) + "}", form -> form.integer("a", 0, 9))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_huge_exponent_is_out_of_range() {
        assertThat(problem("{\"a\":1e999999}", form -> form.number("a", -90, 90))
                        .field())
                .isEqualTo("a");
        assertThat(problem("{\"a\":1e999999999}", form -> form.integer("a", 0, 9))
                        .field())
                .isEqualTo("a");
    }

    @Test
    void an_unknown_field_is_named_with_the_known_ones() {
        var problem = problem("{\"tilte\":\"x\"}", form -> form.only("title", "style"));
        assertThat(problem.code()).isEqualTo("unknown-field");
        assertThat(problem.field()).isEqualTo("tilte");
        assertThat(problem.detail()).contains("title, style");
    }

    @Test
    void a_missing_field_is_named_with_what_it_must_be() {
        var problem = problem("{}", form -> form.text("title", 1, 120));
        assertThat(problem.code()).isEqualTo("missing-field");
        assertThat(problem.detail()).isEqualTo("title is required: text of 1 to 120 characters.");
    }

    @Test
    void a_wrong_type_names_the_field_also_inside_another() {
        var problem = problem(
                "{\"price\":{\"minor\":\"12\"}}", form -> form.object("price").integer("minor", 0, 99));
        assertThat(problem.field()).isEqualTo("price.minor");
        assertThat(problem("{\"title\":7}", form -> form.text("title", 1, 9)).detail())
                .isEqualTo("title must be text in quotes, not a number.");
    }

    @Test
    void emoji_and_right_to_left_text_count_by_characters_and_stay_as_they_are() {
        var text = "🚴🏽‍♀️ שיעור حصة";
        assertThat(form("{\"title\":\"" + text + "\"}").text("title", 1, 16)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "a\\ud800b", "\\udfff"})
    void control_characters_and_broken_surrogates_are_refused(String escape) {
        assertThat(problem("{\"title\":\"x" + escape + "\"}", form -> form.text("title", 1, 9))
                        .field())
                .isEqualTo("title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01T18:00Z", "2026-12-01", "2026-13-01T18:00", "tomorrow at six o'clock"})
    void a_start_is_a_local_time(String text) {
        assertThat(problem("{\"start\":\"" + text + "\"}", form -> form.localTime("start"))
                        .detail())
                .startsWith("start must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+2", "+19:00", "Mars/Olympus", "CET+1"})
    void a_zone_is_a_region_or_an_offset(String text) {
        assertThat(problem("{\"zone\":\"" + text + "\"}", form -> form.zone("zone"))
                        .field())
                .isEqualTo("zone");
    }

    @Test
    void a_secret_is_not_repeated_in_a_message() {
        assertThat(problem("{\"password\":\"hunter2\"}", form -> form.secret("password", 10, 128))
                        .detail())
                .doesNotContain("hunter2");
    }

    private static Form form(String body) {
        return Form.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_list_of_objects_names_the_place_of_what_is_wrong() {
        assertThat(problem("{\"a\":{}}", form -> form.objects("a", 0, 2)).field())
                .isEqualTo("a");
        assertThat(problem("{\"a\":[{},{},{}]}", form -> form.objects("a", 0, 2))
                        .field())
                .isEqualTo("a");
        assertThat(problem("{\"a\":[]}", form -> form.objects("a", 1, 2)).field())
                .isEqualTo("a");
        assertThat(problem("{\"a\":[{},3]}", form -> form.objects("a", 0, 2)).field())
                .isEqualTo("a[1]");
        assertThat(problem(
                                "{\"a\":[{\"b\":1}]}",
                                form -> form.objects("a", 0, 2).getFirst().only("c"))
                        .field())
                .isEqualTo("a[0].b");
    }

    private static Problem problem(String body, Consumer<Form> reading) {
        var thrown = catchThrowableOfType(ProblemException.class, () -> reading.accept(form(body)));
        assertThat(thrown)
                .as("a problem with " + body.substring(0, Math.min(40, body.length())))
                .isNotNull();
        return thrown.problem();
    }
}
