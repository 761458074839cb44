package downbeat.web.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.database.Vendor;
import downbeat.web.stage.Alone;
import downbeat.web.stage.OwnDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three processes over one PostgreSQL, made a cluster by configuration only, each a PoP of its own. */
@Alone
class ThreeNodesTest {
    private static final List<String> POPS = List.of("north", "south", "west");

    @TempDir
    Path data;

    @Test
    void a_class_spread_over_three_nodes_goes_on_when_its_node_leaves() throws Exception {
        List<ServedNode> nodes = new ArrayList<>();
        try (var postgres = new OwnDatabase(Vendor.POSTGRESQL)) {
            List<Integer> ports =
                    POPS.stream().map(pop -> ServedNode.freePort()).toList();
            for (int n = 0; n < POPS.size(); n++) {
                nodes.add(ServedNode.launch(0, data.resolve(POPS.get(n)), settings(postgres, ports, n)));
            }
            List<String> urls = nodes.stream().map(ServedNode::url).toList();
            try (RunningClass running = RunningClass.begin(urls)) {
                running.tap(20);
                running.assertNothingIsLost();
                assertThat(running.gen()).isEqualTo(1);
                assertThat(running.returns()).isZero();

                await().atMost(Duration.ofSeconds(20))
                        .until(() -> nodes.stream().anyMatch(node -> node.hasSaid("opens its lobby")));
                ServedNode leaving = nodes.stream()
                        .filter(node -> node.hasSaid("opens its lobby"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(
                                nodes.stream().map(ServedNode::said).toList()));
                leaving.terminate();
                running.tap(40);
                leaving.awaitEnd();
                running.tap(10);
                running.assertNothingIsLost();
                assertThat(running.gen()).as("another node writes the cues").isGreaterThan(1);
                int other = nodes.getFirst() == leaving ? 1 : 0;
                assertThat(running.live(other).get("phase").asText()).isEqualTo("LIVE");
                assertThat(leaving.said()).noneMatch(line -> line.contains("did not stop in order"));
            }
            assertThat(nodes)
                    .allSatisfy(node -> assertThat(node.said())
                            .as("no personal data in what a node says")
                            .noneMatch(line -> line.contains("example.org") || line.contains("mia")));
        } finally {
            nodes.forEach(ServedNode::close);
        }
    }

    private static Map<String, String> settings(OwnDatabase postgres, List<Integer> ports, int node) {
        Map<String, String> settings = new HashMap<>(postgres.properties());
        settings.put("downbeat.pop", POPS.get(node));
        settings.put("downbeat.node.port", ports.get(node).toString());
        settings.put(
                "downbeat.node.seed-nodes",
                ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
        return settings;
    }
}
