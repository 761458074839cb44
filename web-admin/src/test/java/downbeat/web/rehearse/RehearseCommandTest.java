package downbeat.web.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.rehearse.FakeClass.Bug;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The whole command against a class in miniature: right when the class is right, and never deceived by a seeded bug. */
class RehearseCommandTest {
    private static final Map<Bug, String> FOUND_AS = Map.of(
            Bug.LOSES_A_CUE, "Lost",
            Bug.LOSES_THE_LAST_CUE, "Lost",
            Bug.DOUBLES_A_CUE, "Doubled",
            Bug.SWAPS_TWO_CUES, "Reordered",
            Bug.SENDS_AN_OLD_GEN, "WrongGen",
            Bug.FORGETS_WHAT_WAS_MISSED, "NotRecovered",
            Bug.GIVES_A_DOUBLE_TAP_TWO_OFFSETS, "PromiseChanged");

    @TempDir
    Path directory;

    private static RehearsalRun rehearse(FakeClass server, int seconds, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--url",
                server.url().toString(),
                "--members",
                "6",
                "--seconds",
                Integer.toString(seconds),
                "--cues-per-second",
                "20",
                "--jitter-max",
                "30",
                "--seed",
                "11",
                "--json"));
        arguments.addAll(List.of(more));
        return RehearsalRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void a_right_class_passes_with_wrong_clocks_jitter_and_broken_links() throws Exception {
        try (FakeClass server = new FakeClass(Bug.NONE)) {
            Path histograms = directory.resolve("raw.hlog");
            RehearsalRun run = rehearse(server, 4, "--droppers", "0.5", "--histograms", histograms.toString());
            JsonNode report = run.report();
            assertThat(report.path("findings")).isEmpty();
            assertThat(run.exit()).isZero();
            assertThat(report.path("members").asInt()).isEqualTo(6);
            assertThat(report.path("joined").asInt()).isEqualTo(6);
            assertThat(report.path("joinSuccess").asDouble()).isEqualTo(1.0);
            assertThat(report.path("checked").path("promised").asInt()).isEqualTo(80);
            assertThat(report.path("checked").path("devices").asInt()).isEqualTo(7);
            assertThat(report.path("publishToReceiveMs").path("count").asInt()).isPositive();
            assertThat(report.path("skewMs").path("count").asInt()).isBetween(20, 30);
            assertThat(report.path("cue").path("upperBoundMs").path("p95").asDouble())
                    .isEqualTo(12.5);
            assertThat(report.path("retention").path("1m").isNull()).isTrue();
            assertThat(report.path("recovered").asInt())
                    .isEqualTo(report.path("resumed").asInt());
            assertThat(server.acked()).isGreaterThan(6 * 80);
            assertThat(server.shares()).as("everybody shares").isEqualTo(6);
            assertThat(server.readings()).as("once a second").isBetween(12, 6 * 25);
            assertThat(Files.readString(histograms)).contains("Tag=skew");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Bug.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void a_seeded_bug_is_found(Bug bug) throws Exception {
        try (FakeClass server = new FakeClass(bug)) {
            boolean needsLoss = bug == Bug.FORGETS_WHAT_WAS_MISSED;
            RehearsalRun run = rehearse(server, needsLoss ? 10 : 2, "--droppers", needsLoss ? "1" : "0");
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.report().path("checked").path("holds").asBoolean()).isFalse();
            assertThat(run.report().path("checked").path("findings").has(FOUND_AS.get(bug)))
                    .as(run.report().path("checked").toString())
                    .isTrue();
        }
    }

    @Test
    void nothing_is_expected_of_members_who_never_read() throws Exception {
        try (FakeClass server = new FakeClass(Bug.NONE)) {
            RehearsalRun run = rehearse(server, 2, "--deaf", "0.34");
            assertThat(run.exit()).isZero();
            assertThat(run.report().path("checked").path("devices").asInt()).isEqualTo(5);
            assertThat(run.report().path("conditions").path("deaf").asInt()).isEqualTo(2);
        }
    }

    @Test
    void members_who_come_into_a_running_class_are_asked_when_their_first_cue_came() throws Exception {
        try (FakeClass server = new FakeClass(Bug.NONE)) {
            RehearsalRun run = rehearse(server, 3, "--droppers", "0", "--join-within", "1");
            assertThat(run.report().path("findings")).isEmpty();
            assertThat(run.exit()).isZero();
            assertThat(run.report().path("firstCueMs").path("count").asInt()).isEqualTo(6);
            assertThat(run.report().path("firstCueMs").path("p50").asDouble())
                    .isGreaterThan(run.report().path("joinMs").path("p50").asDouble());
            assertThat(run.report().path("firstCueOnceInMs").path("count").asInt())
                    .isEqualTo(6);
            assertThat(run.report().path("firstCueOnceInMs").path("p50").asDouble())
                    .isLessThan(run.report().path("firstCueMs").path("p50").asDouble());
        }
    }

    @Test
    void a_server_that_is_not_there_is_one_sentence_and_not_a_verdict() {
        int exit = new CommandLine(new RehearseCommand()).execute("--url", "http://127.0.0.1:1", "--members", "1");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void an_impossible_wish_is_refused() {
        assertThat(new CommandLine(new RehearseCommand()).execute("--members", "0"))
                .isEqualTo(2);
        assertThat(new CommandLine(new RehearseCommand()).execute("--join-within", "0"))
                .isEqualTo(2);
        assertThat(new CommandLine(new RehearseCommand()).execute("--outage", "16"))
                .isEqualTo(2);
        assertThat(new CommandLine(new RehearseCommand()).execute("--jitter-max", "1"))
                .isEqualTo(2);
    }
}
