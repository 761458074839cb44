package downbeat.cluster.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A database that knows nothing of tables that have grown plans as if they were empty; by itself it looks once a minute. */
class JournalPulseTest {
    private static final int COMMITS = 250;

    @Test
    void postgres_is_let_look_at_the_journal_when_it_has_grown() {
        try (World world = new World.Postgres()) {
            assertThat(known(world, "event_tag")).as("nobody has looked yet").isEqualTo(-1);
            for (int i = 0; i < COMMITS; i++) {
                world.tallies()
                        .ask(new TallyId("t-" + i % 5), new Count(1))
                        .toCompletableFuture()
                        .join();
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(known(world, "event_tag")).isGreaterThanOrEqualTo(200);
                assertThat(known(world, "event_journal")).isGreaterThanOrEqualTo(200);
            });
        }
    }

    private static long known(World world, String table) {
        return world.count("SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE relname = :id", table);
    }
}
