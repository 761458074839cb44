package downbeat.drops.golden;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every no is a sentence for a person and a code for a program. */
class RefusalWordsTest {
    static Stream<Refusal> refusals() {
        return DropSamples.refusals().stream().map(it -> it);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_is_one_sentence_with_a_code_and_names_a_field_as_the_request_has_it(Refusal refusal) {
        assertThat(refusal.detail()).matches("[A-Z0-9].*\\.").doesNotContain("Optional", "value=", "_", "null");
        assertThat(refusal.code()).matches("[a-z]+(-[a-z]+)*");
        refusal.field().ifPresent(field -> assertThat(field).matches("[a-zA-Z]+(\\[\\d+]\\.[a-z]+)?"));
        if (refusal.kind() == Refusal.Kind.INVALID) {
            assertThat(refusal.field()).as("what is wrong has a name").isPresent();
        }
    }
}
