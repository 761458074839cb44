package downbeat.cluster.entity;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeSettings;
import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.TallyPart;
import downbeat.cluster.tally.TestNodes;
import downbeat.cluster.tally.World;
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

/** kill -9 of a process under load, again and again on the same data, loses nothing that it acknowledged. */
class CrashTest {

    private static final int TALLIES = 10;
    /** At the very first answer, soon after, and at full speed. */
    private static final List<Integer> ANSWERS_BEFORE_THE_KILL = List.of(1, 150, 2_000);

    @Test
    void nothing_acknowledged_is_lost_on_h2() throws Exception {
        try (World world = new World.H2()) {
            killAndLookAgain(world);
        }
    }

    @Test
    void nothing_acknowledged_is_lost_on_postgresql() throws Exception {
        try (World world = new World.Postgres()) {
            killAndLookAgain(world);
        }
    }

    private static void killAndLookAgain(World world) throws Exception {
        Map<String, Long> acknowledged = new HashMap<>();
        for (int enough : ANSWERS_BEFORE_THE_KILL) {
            killAfter(enough, world.settings(), acknowledged);
        }
        assertThat(acknowledged).hasSize(TALLIES);
        acknowledged.forEach((id, count) -> assertThat(
                        get(world.tallies().show(new TallyId(id))).orElseThrow().count())
                .as("tally %s after the crashes", id)
                .isGreaterThanOrEqualTo(count));
    }

    /** Notes the highest count each tally acknowledged, as heard by this process before the other one died. */
    private static void killAfter(int enough, NodeSettings settings, Map<String, Long> acknowledged) throws Exception {
        NodeSettings.DatabaseSettings database = settings.database();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        settings.data().toString(),
                        database.url(),
                        database.user(),
                        database.password()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int heard = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", 2);
                acknowledged.merge(words[0], Long.parseLong(words[1]), Math::max);
                heard++;
                if (heard == enough) {
                    process.toHandle().destroyForcibly(); // SIGKILL; what it still managed to say counts too
                }
            }
            assertThat(heard).isGreaterThanOrEqualTo(enough);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** The other process: counts on several tallies at once and says each count once it is acknowledged. */
    static final class Writer {

        public static void main(String[] args) {
            NodeSettings settings = TestNodes.h2(Path.of(args[0]))
                    .with("downbeat.database.url", args[1])
                    .with("downbeat.database.user", args[2])
                    .with("downbeat.database.password", args[3]);
            Node node = TestNodes.start(settings, new TallyPart());
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
