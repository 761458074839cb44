package downbeat.web.http.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.web.http.operation.Form;
import downbeat.web.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    private static Form form(String json) {
        return Form.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_span_has_two_ends_or_none() {
        assertThat(Parts.span(form("{}"), "from", "until")).isEmpty();
        var span = form("{\"from\":\"2026-12-01T17:00:00Z\",\"until\":\"2026-12-01T18:00:00+00:00\"}");
        assertThat(Parts.span(span, "from", "until").orElseThrow().end())
                .isEqualTo(Instant.parse("2026-12-01T18:00:00Z"));
        assertThatThrownBy(() -> Parts.span(form("{\"until\":\"2026-12-01T18:00:00Z\"}"), "from", "until"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z", "soon", "1"})
    void an_instant_is_one_of_this_age(String text) {
        assertThatThrownBy(() -> Parts.instant(form("{\"at\":\"" + text + "\"}"), "at"))
                .isInstanceOf(ProblemException.class);
    }
}
