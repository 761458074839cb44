package downbeat.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.tally.TallyPart;
import downbeat.cluster.tally.TestNodes;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed says so in one sentence. */
class NodeStartTest {

    @TempDir
    Path data;

    @Test
    void a_database_nobody_answers_for() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String sentence = sentence(TestNodes.h2(data)
                .with("downbeat.database.url", "jdbc:postgresql://127.0.0.1:" + port + "/x?password=secret")
                .with("downbeat.database.patience", "300ms"));
        assertThat(sentence)
                .startsWith("The database jdbc:postgresql://127.0.0.1:" + port + "/x does not answer (")
                .contains("downbeat.database.url")
                .doesNotContain("secret");
    }

    @Test
    void a_data_directory_another_process_uses() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Occupant.class.getName(),
                        TestNodes.h2(data).database().url())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("open");
            assertThat(sentence(TestNodes.h2(data).with("downbeat.database.patience", "300ms")))
                    .contains("does not answer")
                    .endsWith("another process uses it, stop that one or choose another directory with --data.");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** The other process. */
    static final class Occupant {
        public static void main(String[] args) throws Exception {
            try (var connection = DriverManager.getConnection(args[0], "downbeat", "")) {
                System.out.println("open");
                while (connection.isValid(1)) {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1)); // until it is killed
                }
            }
        }
    }

    @Test
    void seed_nodes_come_from_a_file_or_in_one_line_or_numbered() {
        assertThat(TestNodes.h2(data)
                        .with("downbeat.node.seed-nodes", "a:1, b:2")
                        .seedNodes())
                .isEqualTo(TestNodes.h2(data)
                        .with("downbeat.node.seed-nodes", List.of("a:1", "b:2"))
                        .seedNodes())
                .isEqualTo(TestNodes.h2(data)
                        .with("downbeat.node.seed-nodes", Map.of("0", "a:1", "1", "b:2"))
                        .seedNodes())
                .containsExactly("a:1", "b:2");
    }

    @Test
    void a_database_of_another_kind() {
        assertThat(sentence(TestNodes.h2(data).with("downbeat.database.url", "jdbc:mysql://127.0.0.1/x")))
                .isEqualTo("downbeat.database.url must begin with jdbc:h2: or jdbc:postgresql:,"
                        + " but is \"jdbc:mysql://127.0.0.1/x\".");
    }

    @Test
    void a_port_in_use() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(sentence(TestNodes.h2(data).with("downbeat.node.port", taken.getLocalPort())))
                    .startsWith("Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be opened")
                    .contains("downbeat.node.port");
        }
    }

    @Test
    void a_data_directory_that_is_a_file() throws Exception {
        Path file = Files.createFile(data.resolve("file"));
        assertThat(sentence(TestNodes.h2(file.resolve("below"))))
                .startsWith("The data directory " + file.resolve("below"))
                .contains("--data");
    }

    @Test
    void seed_nodes_nobody_answers_for() {
        assertThat(sentence(TestNodes.h2(data)
                        .with("downbeat.node.seed-nodes", List.of("127.0.0.1:1"))
                        .with("downbeat.node.patience", "2s")))
                .startsWith("This node did not become a member of the cluster within 2 s")
                .contains("127.0.0.1:1");
    }

    @Test
    void a_part_that_cannot_start_leaves_nothing_open() {
        Part broken = new Part() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public List<Schema> schemas() {
                return List.of();
            }

            @Override
            public void start(NodeContext node) {
                throw new IllegalStateException("no luck");
            }
        };
        assertThat(sentence(TestNodes.h2(data), broken)).isEqualTo("Part broken cannot start: no luck.");
        try (Node node = TestNodes.start(TestNodes.h2(data), new TallyPart())) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(TestNodes.get(node.context().readiness()))
                            .containsOnly(
                                    Map.entry("database", true),
                                    Map.entry("journal", true),
                                    Map.entry("member", true),
                                    Map.entry("sharding", true),
                                    Map.entry("staying", true)));
        }
    }

    private static String sentence(NodeSettings settings, Part... parts) {
        CompletionStage<Node> start = Node.start(settings, List.of(parts));
        Throwable failure = catchThrowable(() -> start.toCompletableFuture().get(60, TimeUnit.SECONDS));
        Throwable cause = failure instanceof ExecutionException || failure instanceof CompletionException
                ? failure.getCause()
                : failure;
        assertThat(cause).isInstanceOf(NodeStartException.class);
        String message = String.valueOf(cause.getMessage());
        assertThat(message).doesNotContain("\n").endsWith(".");
        return message;
    }
}
