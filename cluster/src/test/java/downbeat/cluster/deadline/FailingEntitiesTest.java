package downbeat.cluster.deadline;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.tally.Tally.Command.Rest;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Entities that can never act on their deadlines keep nobody else waiting. */
class FailingEntitiesTest {

    private static final int FAILING = 700;
    private static final String ROWS = "SELECT COUNT(*) FROM event_journal WHERE persistence_id = :id";

    @Test
    void a_deadline_fires_in_time_behind_more_unreadable_entities_than_are_woken_at_once() throws Exception {
        try (World world = new World.H2()) {
            restUntil(world, Instant.now().plus(Duration.ofHours(1)), "bad-", FAILING);
            Instant soon = Instant.now().plusSeconds(20);
            restUntil(world, soon, "good-", 1);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> world.count("SELECT COUNT(*) FROM entity_deadline WHERE aggregate = :id", "tally")
                            == FAILING + 1);
            world.stop();
            spoil(world);
            world.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> world.count(ROWS, "tally|good-0") == 2);
            long firedAt = world.count(
                    "SELECT MAX(write_timestamp) FROM event_journal WHERE persistence_id = :id", "tally|good-0");
            assertThat(Duration.between(soon, Instant.ofEpochMilli(firedAt))).isLessThan(Duration.ofSeconds(5));
            assertThat(world.count(ROWS, "tally|bad-0")).as("it did fail").isEqualTo(1);
        }
    }

    private static void restUntil(World world, Instant until, String prefix, int count) {
        get(CompletableFuture.allOf(IntStream.range(0, count)
                .mapToObj(n -> world.tallies().ask(new TallyId(prefix + n), new Rest(until)))
                .map(asked -> asked.toCompletableFuture())
                .toArray(CompletableFuture[]::new)));
    }

    /** They are due for long and cannot be read. */
    private static void spoil(World world) throws SQLException {
        try (Connection connection = world.connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE event_journal SET event_payload = X'00'"
                            + " WHERE persistence_id LIKE 'tally|bad-%'"))
                    .isEqualTo(FAILING);
            assertThat(statement.executeUpdate("UPDATE entity_deadline SET due_at = TIMESTAMP '2020-01-01 00:00:00'"
                            + " WHERE entity_id LIKE 'bad-%'"))
                    .isEqualTo(FAILING);
        }
    }
}
