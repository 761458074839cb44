package downbeat.web.rehearse.drop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.stage.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A rush on a real node, as its command line does it. */
class RehearseDropCommandTest {
    private static String output(int expected, String... arguments) {
        var before = System.out;
        var out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new RehearseDropCommand()).execute(arguments))
                    .isEqualTo(expected);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void twenty_of_a_crowd_get_a_unit_each_and_the_report_says_so() throws Exception {
        try (var stage = Stage.open("downbeat.http.rate-limits = off")) {
            var report = new ObjectMapper()
                    .readTree(output(0, "--url", stage.url(), "--stock", "20", "--clients", "60", "--json"));
            assertThat(report.get("accepted").asInt()).isEqualTo(20);
            assertThat(report.get("requests").asInt()).isGreaterThanOrEqualTo(95);
            assertThat(report.get("lost").asInt()
                            + report.get("oversold").asInt()
                            + report.get("duplicated").asInt())
                    .isZero();
            assertThat(report.get("claimsPerSecond").asDouble()).isPositive();
            assertThat(report.at("/ms/p99").asDouble()).isPositive();
        }
    }

    @Test
    void what_cannot_be_tried_is_said_in_a_sentence_and_with_a_status_of_its_own() {
        assertThat(output(2, "--url", "http://localhost:1", "--clients", "1")).isEmpty();
        assertThat(output(2, "--stock", "0")).isEmpty();
        assertThat(output(2, "--clients", "1000000")).isEmpty();
    }
}
