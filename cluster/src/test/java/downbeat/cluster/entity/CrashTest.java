package downbeat.cluster.entity;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.node.Node;
import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.TallyPart;
import downbeat.cluster.tally.TestNodes;
import downbeat.kernel.Outcome;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a process under load loses nothing that it acknowledged. */
class CrashTest {

    private static final int TALLIES = 10;
    private static final int ENOUGH = 2_000;

    @Test
    void nothing_acknowledged_is_lost_when_the_process_is_killed(@TempDir Path data) throws Exception {
        Map<String, Long> acknowledged = killAfterEnough(data);
        try (Node node = TestNodes.start(TestNodes.h2(data), new TallyPart())) {
            var tallies = node.context().find(TallyPart.Tallies.class).client();
            assertThat(acknowledged).hasSize(TALLIES);
            acknowledged.forEach((id, count) -> assertThat(
                            get(tallies.show(new TallyId(id))).orElseThrow().count())
                    .as("tally %s after the crash", id)
                    .isGreaterThanOrEqualTo(count));
        }
    }

    /** The highest count each tally acknowledged, as heard by this process before the other one died. */
    private static Map<String, Long> killAfterEnough(Path data) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, Long> acknowledged = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int heard = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 2);
                acknowledged.merge(words[0], Long.parseLong(words[1]), Math::max);
                heard++;
                if (heard == ENOUGH) {
                    process.toHandle().destroyForcibly(); // SIGKILL; what it still managed to say counts too
                }
            }
            assertThat(heard).isGreaterThanOrEqualTo(ENOUGH);
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    /** The other process: counts on several tallies at once and says each count once it is acknowledged. */
    static final class Writer {

        public static void main(String[] args) {
            Node node = TestNodes.start(TestNodes.h2(Path.of(args[0])), new TallyPart());
            var tallies = node.context().find(TallyPart.Tallies.class).client();
            for (int i = 0; i < 4 * TALLIES; i++) {
                count(tallies, new TallyId("t" + i % TALLIES));
            }
        }

        private static void count(
                AggregateClient<TallyId, Tally.Command, Tally.Reply, Tally.Shown> tallies, TallyId id) {
            CompletionStage<Outcome<Tally.Reply>> answer = tallies.ask(id, new Tally.Command.Count(1));
            var unused = answer.thenAccept(outcome -> {
                if (outcome instanceof Outcome.Accepted<Tally.Reply>(Tally.Reply(long count))) {
                    say(id.value() + " " + count + "\n");
                }
                count(tallies, id);
            });
        }

        /** One write per line, so that a kill cannot cut a line that was counted. */
        private static synchronized void say(String line) {
            System.out.print(line);
            System.out.flush();
        }
    }
}
