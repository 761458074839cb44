package downbeat.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "tr", "ar", "he", "uk"})
    void a_code_of_iso_639_1_is_a_language(String code) {
        assertThat(new Language(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DE", "xx", "iw", "deu", "de-AT", "German", "d"})
    void nothing_else_is(String text) {
        assertThatThrownBy(() -> new Language(text)).hasMessageContaining("such as de or en");
    }

    @Test
    void languages_are_kept_in_one_order_whatever_order_they_were_said_in() {
        var said = List.of(new Language("tr"), new Language("de"));
        assertThat(Language.join(said)).isEqualTo("de,tr");
        assertThat(Language.split("de,tr")).containsExactlyInAnyOrderElementsOf(said);
        assertThat(Language.split(Language.join(List.of()))).isEmpty();
    }
}
