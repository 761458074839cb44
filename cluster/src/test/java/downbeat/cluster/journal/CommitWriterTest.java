package downbeat.cluster.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.typed.javadsl.Adapter;
import akka.persistence.jdbc.config.JournalConfig;
import akka.persistence.jdbc.db.SlickExtension;
import akka.persistence.jdbc.journal.dao.JournalTables.JournalAkkaSerializationRow;
import akka.serialization.SerializationExtension;
import akka.stream.SystemMaterializer;
import downbeat.cluster.tally.World;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;

/** Rows as they come to the journal, on PostgreSQL. */
class CommitWriterTest {
    private static final World WORLD = new World.Postgres();
    private static CommitWriter writer;

    @BeforeAll
    static void start() {
        var system = Adapter.toClassic(WORLD.start().context().system());
        var config = system.settings().config().getConfig("jdbc-journal");
        var pool = system.registerExtension(SlickExtension.lookup()).database(config);
        writer = new CommitWriter(
                pool.database(),
                pool.profile(),
                new JournalConfig(config),
                SerializationExtension.get(system),
                system.dispatcher(),
                SystemMaterializer.get(system).materializer());
    }

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @Test
    void one_row_is_there_with_its_tag() {
        write(row("one", 1, "x".repeat(30_000)));
        assertThat(stored("one")).containsExactly("1 test-1 30000");
    }

    @Test
    void a_long_row_is_not_compressed_while_everybody_waits() {
        write(row("long", 1, "x".repeat(30_000)));
        assertThat(WORLD.count(
                        "SELECT pg_column_size(event_payload) FROM event_journal WHERE persistence_id = :id", "long"))
                .isEqualTo(30_000);
    }

    @Test
    void rows_of_several_entities_are_there_together() {
        write(row("a", 1, "x"), row("b", 1, "xx"), row("a", 2, "xxx"));
        assertThat(stored("a")).containsExactly("1 test-1 1", "2 test-1 3");
        assertThat(stored("b")).containsExactly("1 test-1 2");
    }

    @Test
    void if_one_is_refused_none_is_there_and_the_next_are_written() {
        write(row("twice", 1, "first"));
        for (int connections = 0; connections < 10; connections++) {
            assertThatThrownBy(() -> write(row("beside", 1, "second"), row("twice", 1, "second")))
                    .hasStackTraceContaining("duplicate key");
        }
        assertThat(stored("beside")).isEmpty();
        assertThat(stored("twice")).containsExactly("1 test-1 5");
        write(row("beside", 1, "third one"));
        assertThat(stored("beside")).containsExactly("1 test-1 9");
    }

    @Test
    void a_row_that_stands_twice_is_refused() {
        write(row("again", 1, "first"));
        assertThatThrownBy(() -> write(row("again", 1, "second"))).hasStackTraceContaining("duplicate key");
        assertThat(stored("again")).containsExactly("1 test-1 5");
    }

    @Test
    void a_row_with_two_tags_is_found_under_both() {
        write(new Row(row("both", 1, "x").row(), Set.of("test-1", "test-2")));
        assertThat(stored("both")).containsExactlyInAnyOrder("1 test-1 1", "1 test-2 1");
    }

    private record Row(JournalAkkaSerializationRow row, Set<String> tags) {}

    private static Row row(String entity, long number, String payload) {
        return new Row(
                new JournalAkkaSerializationRow(
                        0,
                        false,
                        entity,
                        number,
                        "a-writer",
                        1_700_000_000_000L,
                        "",
                        payload.getBytes(StandardCharsets.UTF_8),
                        4,
                        "text",
                        Option.empty(),
                        Option.empty(),
                        Option.empty()),
                Set.of("test-1"));
    }

    private static void write(Row... rows) {
        var tagged = Arrays.stream(rows)
                .map(it -> new Tuple2<>(
                        it.row(), CollectionConverters.asScala(it.tags()).<String>toSet()))
                .toList();
        FutureConverters.asJava(writer.writeJournalRows(
                        CollectionConverters.asScala(tagged).toSeq()))
                .toCompletableFuture()
                .join();
    }

    private static List<String> stored(String entity) {
        return WORLD.node()
                .context()
                .database()
                .withHandle(db -> db.createQuery("""
                        SELECT j.sequence_number || ' ' || t.tag || ' ' || length(j.event_payload) FROM event_journal j
                        JOIN event_tag t ON t.event_id = j.ordering WHERE j.persistence_id = :entity ORDER BY 1
                        """)
                        .bind("entity", entity)
                        .mapTo(String.class)
                        .list());
    }
}
