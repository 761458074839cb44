package downbeat.cluster.view;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.Done;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.cluster.reaction.Reaction;
import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.TallyPart;
import downbeat.cluster.tally.TestNodes;
import downbeat.cluster.tally.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ViewContract {

    private static final String TOTAL = "SELECT COALESCE(MAX(total), 0) FROM tally_board WHERE id = :id";
    static final String FACTS = "SELECT COALESCE(MAX(facts), 0) FROM tally_board WHERE id = :id";

    private final World world;

    ViewContract(World world) {
        this.world = world;
    }

    World world() {
        return world;
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void every_fact_is_applied_exactly_once_over_restarts() {
        TallyId id = new TallyId("viewed");
        for (int round = 1; round <= 3; round++) {
            List<CompletionStage<?>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(world.tallies().ask(id, new Count(2)));
            }
            answers.forEach(TestNodes::get);
            world.restart();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> world.count(FACTS, id.value()) >= 300);
        assertThat(world.count(FACTS, id.value())).isEqualTo(300);
        assertThat(world.count(TOTAL, id.value())).isEqualTo(600);
    }

    @Test
    void a_view_that_fails_after_writing_has_written_nothing() {
        TallyId id = new TallyId("stumbled");
        get(world.tallies().ask(id, new Count(TallyPart.STUMBLES_OVER)));
        get(world.tallies().ask(id, new Count(1)));
        await().atMost(Duration.ofSeconds(30)).until(() -> world.count(FACTS, id.value()) >= 2);
        assertThat(world.count(TOTAL, id.value())).isEqualTo(TallyPart.STUMBLES_OVER + 1);
        assertThat(world.count(FACTS, id.value())).isEqualTo(2);
    }

    @Test
    void what_is_passed_on_after_the_commit_finds_its_row_and_keeps_the_order() {
        TallyId id = new TallyId("told");
        for (int i = 0; i < 20; i++) {
            get(world.tallies().ask(id, new Count(1)));
        }
        List<String> expected = java.util.stream.IntStream.rangeClosed(1, 20)
                .mapToObj(sequence -> "told#" + sequence)
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(world.part().told.stream().filter(it -> it.startsWith("told#")))
                        .containsExactlyElementsOf(expected));
    }

    @Test
    void a_reaction_that_fails_gets_the_same_fact_again() {
        try (World other = new World.H2()) {
            Echo echo = new Echo();
            try (Node node = TestNodes.start(other.settings(), new TallyPart(), echo)) {
                var tallies = node.context().find(TallyPart.Tallies.class).client();
                get(tallies.ask(new TallyId("heard"), new Count(1)));
                get(tallies.ask(new TallyId("heard"), new Count(2)));
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(echo.heard).contains("heard#1", "heard#2"));
                assertThat(echo.tries.get()).isGreaterThanOrEqualTo(3);
            }
        }
    }

    private static final class Echo implements Part, Reaction<Tally.Event> {
        private final Queue<String> heard = new ConcurrentLinkedQueue<>();
        private final AtomicInteger tries = new AtomicInteger();

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public List<Schema> schemas() {
            return List.of();
        }

        @Override
        public void start(NodeContext node) {
            node.reaction(Tally.AGGREGATE, this);
        }

        @Override
        public CompletionStage<Done> on(Recorded<Tally.Event> fact) {
            if (tries.incrementAndGet() == 1) {
                return CompletableFuture.failedFuture(new IllegalStateException("the first time fails on purpose"));
            }
            heard.add(fact.entityId() + "#" + fact.sequence());
            return CompletableFuture.completedFuture(Done.getInstance());
        }
    }
}
