package downbeat.web.http.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records as CSV. */
class CsvTest {
    record Line(String title, Instant at, @Nullable Double share, long count) {}

    private static String csv(Line... lines) {
        return new String(Csv.of(Line.class, List.of(lines)), StandardCharsets.UTF_8);
    }

    @Test
    void a_header_comes_first_and_stands_alone_without_rows() {
        assertThat(csv()).isEqualTo("title,at,share,count\r\n");
    }

    @Test
    void words_in_any_script_quotes_commas_and_lines_are_kept() {
        var at = Instant.parse("2026-12-01T17:00:00Z");
        assertThat(csv(new Line("Łukasz, \"朝\"\nride", at, null, 3)))
                .isEqualTo("title,at,share,count\r\n\"Łukasz, \"\"朝\"\"\nride\",2026-12-01T17:00:00Z,,3\r\n");
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_made_harmless() {
        for (var hostile : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")) {
            assertThat(csv(new Line(hostile, Instant.EPOCH, 0.5, 1))).contains("'" + hostile);
        }
    }
}
