package downbeat.cluster.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.database.Database;
import downbeat.cluster.node.Node;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
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

    @Test
    void what_a_crowd_makes_in_many_or_large_rows_is_looked_at_later_and_together() {
        try (World world = new World.H2();
                var database = beside(world.start());
                var pulse = new JournalPulse(database)) {
            pulse.letGoFirst(List.of("one", "many", "large", "others"));
            await().until(pulse::beats);
            CompletableFuture<Void> one = pulse.worthALook("one").toCompletableFuture();
            CompletableFuture<Void> many = pulse.worthALook("many").toCompletableFuture();
            CompletableFuture<Void> large = pulse.worthALook("large").toCompletableFuture();
            CompletableFuture<Void> calm = pulse.worthALook("calm").toCompletableFuture();
            CompletableFuture<Void> others = pulse.worthALook("others").toCompletableFuture();
            long written = System.nanoTime();
            world.node().context().database().useTransaction(db -> {
                write(db, 1, "one", 100);
                write(db, 2, "many", 100);
                write(db, 3, "many", 100);
                write(db, 4, "many", 100);
                write(db, 5, "large", 20_000);
                write(db, 6, "calm", 20_000);
            });
            calm.join();
            assertThat(Duration.ofNanos(System.nanoTime() - written)).isLessThan(Duration.ofMillis(290));
            CompletableFuture.allOf(many, large).join();
            assertThat(Duration.ofNanos(System.nanoTime() - written)).isGreaterThan(Duration.ofMillis(290));
            assertThat(one).as("a single row is looked at with the next beat").isDone();
            assertThat(calm).as("however much nobody makes at once").isDone();
            assertThat(others).as("what has no news looks by itself, later").isNotDone();
        }
    }

    private static void write(Handle db, int row, String tag, int bytes) {
        db.createUpdate("INSERT INTO event_journal (ordering, persistence_id, sequence_number, writer,"
                        + " write_timestamp, adapter_manifest, event_payload, event_ser_id, event_ser_manifest)"
                        + " VALUES (:row, 'pulse', :row, '', 0, '', :payload, 1, '')")
                .bind("row", row)
                .bind("payload", new byte[bytes])
                .execute();
        db.createUpdate("INSERT INTO event_tag (event_id, tag) VALUES (:row, :tag)")
                .bind("row", row)
                .bind("tag", tag)
                .execute();
    }

    private static Database beside(Node node) {
        var own = node.context().settings().database();
        return Database.open(own.url(), own.user(), own.password(), 1, own.patience());
    }

    private static long known(World world, String table) {
        return world.count("SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE relname = :id", table);
    }
}
