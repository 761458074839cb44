package downbeat.web.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Alone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM in mid-class at a node that has nobody to hand its classes to. */
@Alone
class StopTest {
    private static final Duration SOON = Duration.ofSeconds(3);
    /** Come back: the node goes away. */
    private static final int GOING_AWAY = 3003;

    @TempDir
    Path data;

    @Test
    void a_node_of_its_own_stops_soon_and_the_class_goes_on_when_it_is_back() {
        int port = ServedNode.freePort();
        ServedNode node = ServedNode.launch(port, data, Map.of());
        try (RunningClass running = RunningClass.begin(List.of(node.url()))) {
            running.tap(20);
            long told = System.nanoTime();
            node.terminate();
            node.awaitEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(SOON);
            assertThat(running.closes())
                    .as("the trainer and both members are told to come back")
                    .containsExactly(GOING_AWAY, GOING_AWAY, GOING_AWAY);
            assertThat(node.said()).noneMatch(line -> line.contains("did not stop in order"));
            node = ServedNode.launch(port, data, Map.of());
            node.url();
            running.tap(5);
            running.assertNothingIsLost();
        } finally {
            node.close();
        }
    }
}
