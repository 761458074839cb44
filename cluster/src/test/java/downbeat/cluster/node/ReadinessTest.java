package downbeat.cluster.node;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.PoisonPill;
import akka.cluster.sharding.ClusterSharding;
import akka.persistence.jdbc.db.SlickExtension;
import downbeat.cluster.tally.World;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Each condition of readiness fails when the thing it names fails, and alone. */
class ReadinessTest {

    @Test
    void a_journal_without_its_connections_is_not_ready_though_the_tables_answer() {
        try (World world = new World.H2()) {
            Node node = ready(world);
            node.system()
                    .classicSystem()
                    .registerExtension(SlickExtension.lookup())
                    .database(node.system().settings().config().getConfig("jdbc-journal"))
                    .database()
                    .close();
            assertThat(readiness(node)).containsEntry("journal", false).containsEntry("database", true);
        }
    }

    @Test
    void a_shard_region_that_is_gone_is_not_ready() {
        try (World world = new World.H2()) {
            Node node = ready(world);
            ClusterSharding.get(node.system().classicSystem())
                    .shardRegion("tally")
                    .tell(PoisonPill.getInstance(), akka.actor.ActorRef.noSender());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(readiness(node))
                            .containsEntry("sharding", false)
                            .containsEntry("database", true));
        }
    }

    @Test
    void what_is_sharded_besides_aggregates_counts_too() {
        try (World world = new World.H2()) {
            Node node = ready(world);
            var sharding = ClusterSharding.get(node.system().classicSystem());
            String stream = sharding.getShardTypeNames().stream()
                    .filter(type -> type.contains("tally-board"))
                    .findFirst()
                    .orElseThrow();
            sharding.shardRegion(stream).tell(PoisonPill.getInstance(), akka.actor.ActorRef.noSender());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(readiness(node)).containsEntry("sharding", false));
        }
    }

    @Test
    void a_node_that_was_told_to_stop_is_not_ready_any_more() {
        try (World world = new World.H2()) {
            Node node = ready(world);
            CompletableFuture<Done> lastWords = new CompletableFuture<>();
            CoordinatedShutdown.get(node.system())
                    .addTask(CoordinatedShutdown.PhaseBeforeServiceUnbind(), "last-words", () -> lastWords);
            var stopped = node.stop();
            assertThat(readiness(node)).containsEntry("staying", false).containsEntry("database", true);
            lastWords.complete(Done.getInstance());
            get(stopped);
        }
    }

    private static Node ready(World world) {
        Node node = world.node();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(readiness(node)).doesNotContainValue(false));
        return node;
    }

    private static Map<String, Boolean> readiness(Node node) {
        return get(node.context().readiness());
    }
}
