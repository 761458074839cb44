package downbeat.cluster.node;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.cluster.typed.Cluster;
import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.KeyReused;
import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.TallyPart;
import downbeat.cluster.tally.TestNodes;
import downbeat.cluster.tally.World;
import downbeat.kernel.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three nodes over one PostgreSQL: the same answers from each, and one may leave. */
class ClusterTest {

    @Test
    void three_nodes_answer_alike_and_one_may_leave() {
        try (World.Postgres world = new World.Postgres();
                Node first = TestNodes.start(world.settings(), new TallyPart());
                Node second = TestNodes.start(joining(world, first), new TallyPart())) {
            Node third = TestNodes.start(joining(world, first), new TallyPart());
            List<TallyId> ids = IntStream.range(0, 30)
                    .mapToObj(i -> new TallyId("shared-" + i))
                    .toList();
            for (Node node : List.of(first, second, third)) {
                ids.forEach(id ->
                        assertThat(get(client(node).ask(id, new Count(1)))).isInstanceOf(Outcome.Accepted.class));
            }
            ids.forEach(id -> assertThat(List.of(first, second, third))
                    .allSatisfy(node -> assertThat(get(client(node).show(id))).contains(new Tally.Shown(3, false, 0))));
            keysAndRefusalsTravel(List.of(first, second, third));
            third.close();
            ids.forEach(id -> assertThat(get(client(second).ask(id, new Count(1))))
                    .isEqualTo(Outcome.accepted(new Tally.Reply(4))));
            await().atMost(Duration.ofSeconds(30)).until(() -> boardTotal(first) == 30 * 4);
        }
    }

    private static void keysAndRefusalsTravel(List<Node> nodes) {
        TallyId id = new TallyId("keyed");
        IdempotencyKey key = new IdempotencyKey("once");
        assertThat(nodes)
                .allSatisfy(node -> assertThat(get(client(node).ask(id, new Count(5), key)))
                        .isEqualTo(Outcome.accepted(new Tally.Reply(5))));
        assertThat(nodes)
                .allSatisfy(node -> assertThat(get(client(node).ask(id, new Count(6), key)))
                        .isEqualTo(Outcome.refused(new KeyReused("once"))));
        assertThat(nodes)
                .allSatisfy(node -> assertThat(get(client(node).ask(id, new Count(Tally.LIMIT))))
                        .isEqualTo(Outcome.refused(new Tally.TallyRefusal.TooMuch(Tally.LIMIT))));
        assertThat(nodes)
                .allSatisfy(node ->
                        assertThat(get(client(node).show(new TallyId("none")))).isEmpty());
    }

    private static long boardTotal(Node node) {
        return node.context()
                .database()
                .withHandle(db -> db.createQuery("SELECT SUM(total) FROM tally_board WHERE id LIKE 'shared-%'")
                        .mapTo(Long.class)
                        .one());
    }

    private static NodeSettings joining(World world, Node seed) {
        return world.settings()
                .with(
                        "downbeat.node.seed-nodes",
                        List.of(Cluster.get(seed.system())
                                .selfMember()
                                .address()
                                .hostPort()
                                .replace("downbeat@", "")));
    }

    private static AggregateClient<TallyId, Tally.Command, Tally.Reply, Tally.Shown> client(Node node) {
        return node.context().find(TallyPart.Tallies.class).client();
    }
}
