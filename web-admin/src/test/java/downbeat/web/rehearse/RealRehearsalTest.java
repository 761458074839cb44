package downbeat.web.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole class on a real node, driven over public HTTP and WebSocket: nothing is lost, doubled or out of order. */
class RealRehearsalTest {
    private static Stage stage;

    @TempDir
    Path directory;

    @BeforeAll
    static void open() {
        stage = Stage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void members_with_wrong_clocks_and_broken_links_get_every_cue_once_and_one_who_never_reads_harms_nobody()
            throws Exception {
        var run = RehearsalRun.of(
                "--url",
                stage.url(),
                "--members",
                "12",
                "--seconds",
                "20",
                "--plan",
                plan().toString(),
                "--cues-per-second",
                "5",
                "--droppers",
                "0.4",
                "--deaf",
                "0.1",
                "--seed",
                "7",
                "--json");
        var report = run.report();
        assertThat(report.path("findings")).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(report.path("joined").asInt())
                .as("all but the one who never reads")
                .isEqualTo(11);
        assertThat(report.at("/checked/promised").asInt()).as("cues safe").isEqualTo(100);
        assertThat(report.at("/skewMs/count").asInt()).as("planned cues").isPositive();
        assertThat(report.path("resumed").asInt()).isPositive();
        assertThat(report.path("recovered")).isEqualTo(report.path("resumed"));
        assertThat(report.at("/cue/upperBoundMs").fieldNames()).toIterable().containsAll(List.of("p50", "p95", "p99"));
        assertThat(report.at("/cue/sent").asInt()).isPositive();
        assertThat(report.at("/bio/perMember").asDouble())
                .as("a burst of 15 s, once a second and 3 s after it, less what broken links miss")
                .isBetween(5.0, 20.0);
        assertThat(report.at("/bio/ageMs/p95").asDouble()).isBetween(0.0, 1_500.0);
        assertThat(report.at("/server/heapMb").asDouble()).isPositive();
    }

    private Path plan() throws Exception {
        var texts = new StringBuilder();
        for (var second = 1; second < 120; second++) {
            texts.append("<textevent timeoffset=\"")
                    .append(second)
                    .append("\" message=\"Second ")
                    .append(second);
            texts.append("\"/>");
        }
        return Files.writeString(directory.resolve("every-second.zwo"), """
                <workout_file><name>Every second</name><workout>
                  <SteadyState Duration="120" Power="0.6">%s</SteadyState>
                </workout></workout_file>
                """.formatted(texts));
    }
}
