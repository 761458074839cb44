package downbeat.web.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Condition;
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

    @Test
    void on_a_server_that_is_closed_to_new_trainers_a_known_one_leads_known_members() throws Exception {
        try (var closed = Stage.open("downbeat.identity.self-registration = [\"MEMBER\"]")) {
            assertThat(quick(closed).exit()).as("without a trainer").isEqualTo(2);
            var tara = closed.appointed("tara", "TRAINER");
            closed.named("mia");
            closed.named("noah");
            var password = Files.writeString(directory.resolve("password"), Visitor.PASSWORD + "\n");
            var members = Files.writeString(
                    directory.resolve("members"),
                    "# of the morning\nmia@example.org " + Visitor.PASSWORD + "\n\nnoah@example.org\t"
                            + Visitor.PASSWORD + "\n");
            var run = quick(
                    closed,
                    "--trainer",
                    "tara@example.org",
                    "--password-file",
                    password.toString(),
                    "--member-list",
                    members.toString());
            assertThat(run.report().path("findings")).isEmpty();
            assertThat(run.exit()).isZero();
            assertThat(run.report().path("joined").asInt()).isEqualTo(2);
            assertThat(tara.get("/api/v1/cue-plans").json().get("items"))
                    .as("the workout is taken out of the library again")
                    .isEmpty();
            assertThat(closed.admin().get("/api/v1/audit?limit=500").json().findValuesAsText("action"))
                    .as("the sessions of three people are closed")
                    .areExactly(3, new Condition<>("signOut"::equals, "signOut"));
        }
    }

    private RehearsalRun quick(Stage server, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of(
                "--url", server.url(), "--members", "2", "--seconds", "2", "--droppers", "0", "--seed", "3", "--json"));
        arguments.addAll(List.of("--plan", plan().toString()));
        arguments.addAll(List.of(more));
        return RehearsalRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void members_without_a_link_for_eight_seconds_execute_what_is_planned_and_come_back() throws Exception {
        var run = RehearsalRun.of(
                "--url",
                stage.url(),
                "--members",
                "6",
                "--droppers",
                "1",
                "--outage",
                "8",
                "--seconds",
                "30",
                "--plan",
                plan().toString(),
                "--jitter-max",
                "20",
                "--seed",
                "17",
                "--json");
        var report = run.report();
        assertThat(report.path("findings")).isEmpty();
        assertThat(run.exit()).isZero();
        var outages = report.path("outages");
        assertThat(outages.at("/backMs/count").asInt()).as("returns").isPositive();
        assertThat(outages.at("/awaySkewMs/count").asInt())
                .as("executed without a link")
                .isPositive();
        assertThat(outages.path("plannedDone").asDouble())
                .as("of what was owed")
                .isGreaterThan(0.9);
    }

    @Test
    void members_whose_bandwidth_falls_keep_to_the_sound_within_three_seconds_and_miss_no_cue() throws Exception {
        var run = RehearsalRun.of(
                "--url",
                stage.url(),
                "--members",
                "6",
                "--bandwidth-falls",
                "2",
                "--seconds",
                "24",
                "--plan",
                plan().toString(),
                "--cues-per-second",
                "3",
                "--droppers",
                "0",
                "--clock-error-max",
                "0",
                "--seed",
                "13",
                "--json");
        var report = run.report();
        assertThat(report.path("findings")).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(report.at("/checked/promised").asInt()).as("cues safe").isEqualTo(72);
        assertThat(report.at("/checked/deliveries").asInt())
                .as("every promised cue at every device")
                .isGreaterThanOrEqualTo(7 * 72);
        assertThat(report.at("/rungs/bandwidthFell").asInt()).isEqualTo(2);
        assertThat(report.at("/rungs/keptToSound").asInt()).isEqualTo(2);
        assertThat(report.at("/rungs/slowestMs").asDouble()).isBetween(0.0, 3_000.0);
        assertThat(report.at("/rungs/fallbacks").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(report.at("/links/rungs/fell").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(report.at("/links/jitterMs/p95").isNumber()).isTrue();
        assertThat(report.path("resumed").asInt()).as("no link broke for it").isZero();
    }

    @Test
    void a_live_check_is_answered_cues_are_adapted_and_everybody_fetches_what_the_class_brings() throws Exception {
        var music = Files.write(directory.resolve("warm-up.wav"), MediaFiles.wav(2));
        var run = RehearsalRun.of(
                "--url",
                stage.url(),
                "--members",
                "6",
                "--seconds",
                "20",
                "--plan",
                plan().toString(),
                "--droppers",
                "0",
                "--live-check",
                "--adapt",
                "--asset",
                music.toString(),
                "--seed",
                "5",
                "--json");
        var report = run.report();
        assertThat(report.path("findings")).isEmpty();
        assertThat(run.exit()).isZero();
        var check = report.at("/back/check");
        assertThat(check.path("asked").asInt()).isEqualTo(6);
        for (var answer : List.of("heard", "sawRight", "ready")) {
            assertThat(check.path(answer).asInt()).as(answer).isBetween(1, 6);
        }
        assertThat(report.at("/extras/fetched").asInt()).isEqualTo(6);
        assertThat(report.at("/extras/adapted").asInt())
                .as("hearts of a ride that race at a steady 60 %")
                .isPositive();
        assertThat(quick(stage, "--live-check", "--join-within", "1").exit()).isEqualTo(2);
        assertThat(quick(stage, "--asset", plan().toString()).exit())
                .as("no music, picture or rep model")
                .isEqualTo(2);
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
