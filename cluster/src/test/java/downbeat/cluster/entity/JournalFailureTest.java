package downbeat.cluster.entity;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import downbeat.kernel.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JournalFailureTest {

    @Test
    void a_failed_write_fails_every_waiting_caller_and_the_entity_comes_back() {
        try (World world = new World.H2()) {
            TallyId id = new TallyId("broken");
            assertThat(get(world.tallies().ask(id, new Count(1)))).isEqualTo(Outcome.accepted(new Tally.Reply(1)));
            sql(world, "ALTER TABLE event_journal ADD CONSTRAINT no_more_rows CHECK (sequence_number < 2)");
            List<CompletionStage<Outcome<Tally.Reply>>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> world.tallies().ask(id, new Count(1)))
                    .toList();
            answers.forEach(
                    answer -> assertThatThrownBy(() -> get(answer)).hasCauseInstanceOf(EntityUnavailable.class));
            assertThat(get(world.tallies().show(id))).contains(new Tally.Shown(1, false, 0));
            sql(world, "ALTER TABLE event_journal DROP CONSTRAINT no_more_rows");
            assertThat(get(world.tallies().ask(id, new Count(1)))).isEqualTo(Outcome.accepted(new Tally.Reply(2)));
        }
    }

    @Test
    void a_snapshot_that_cannot_be_read_is_replaced_by_the_journal() {
        try (World world = new World.H2()) {
            TallyId id = new TallyId("odd");
            for (int i = 0; i < 510; i++) {
                get(world.tallies().ask(id, new Count(1)));
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            world.count("SELECT COUNT(*) FROM snapshot WHERE persistence_id = 'tally|' || :id", "odd")
                                    == 1);
            sql(world, "UPDATE snapshot SET snapshot_payload = X'7b7d'"); // {}
            world.restart();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> get(world.tallies()
                                    .show(id)
                                    .thenApply(shown -> shown.orElseThrow().count())
                                    .exceptionally(outage -> -1L))
                            == 510);
        }
    }

    private static void sql(World world, String statement) {
        world.node().context().database().useHandle(db -> db.execute(statement));
    }
}
