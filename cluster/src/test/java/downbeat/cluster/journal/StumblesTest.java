package downbeat.cluster.journal;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.TallyPart;
import downbeat.cluster.tally.TestNodes;
import downbeat.cluster.tally.World;
import downbeat.cluster.view.View;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A row that cannot be handled is told, tried again and got over; text that a database refuses is none. */
class StumblesTest {

    private static final String NAME = "tally-notes of tally-";
    /** The view writes a text of this many characters for so many counts; the column takes ten. */
    private static final int TOO_LONG = 11;

    private static final int WITH_NUL = 3;

    @Test
    void text_with_nul_reaches_postgresql_as_the_replacement_character() {
        try (World world = new World.Postgres();
                Node node = TestNodes.start(world.settings(), new TallyPart(), new NotesPart())) {
            count(node, "text", WITH_NUL);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(notes(node)).containsExactly("a\ufffdb"));
            assertThat(found(node, "a\0b")).as("it is found by what it was").isEqualTo(1);
            assertThat(node.context().find(Stumbles.class).names()).isEmpty();
        }
    }

    @Test
    void a_row_that_cannot_be_handled_is_named_counted_and_handled_once_it_can_be() {
        ListAppender<ILoggingEvent> log = listening();
        try (World world = new World.Postgres();
                Node node = TestNodes.start(world.settings(), new TallyPart(), new NotesPart())) {
            Stumbles stumbles = node.context().find(Stumbles.class);
            count(node, "stuck", TOO_LONG);
            count(node, "stuck", 2);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(stumbles.names())
                            .singleElement()
                            .asString()
                            .startsWith(NAME));
            assertThat(notes(node)).as("what follows in the stream waits").isEmpty();
            assertThat(failures(node)).isGreaterThanOrEqualTo(3);
            assertThat(node.context()
                            .metrics()
                            .get("downbeat.projection.stuck")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(get(node.context().readiness()))
                    .as("one row takes no node out of service")
                    .doesNotContainValue(false);
            assertThat(log.list)
                    .filteredOn(line -> line.getLevel().toString().equals("ERROR"))
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith(NAME)
                            .contains("cannot handle tally|stuck #1 (attempt 1)", "too long")
                            .doesNotContain("\n"));
            assertThat(log.list)
                    .as("what is logged of the failures, by anybody")
                    .extracting(
                            line -> line.getFormattedMessage() + ThrowableProxyUtil.asString(line.getThrowableProxy()))
                    .anySatisfy(text -> assertThat(text).contains("UnableToExecuteStatementException"))
                    .allSatisfy(text -> assertThat(text).doesNotContain("x".repeat(TOO_LONG)));
            node.context().database().useHandle(db -> db.execute("ALTER TABLE note ALTER COLUMN text TYPE TEXT"));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(notes(node)).containsExactly("x".repeat(TOO_LONG), "xx"));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(stumbles.names()).isEmpty());
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anySatisfy(line -> assertThat(line).startsWith(NAME).contains("has handled tally|stuck #1 after"));
        }
    }

    @Test
    void a_row_that_cannot_even_be_read_is_named_too() {
        try (World world = new World.H2()) {
            try (Node node = TestNodes.start(world.settings(), new TallyPart(), new NotesPart())) {
                count(node, "unread", 2);
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(notes(node)).hasSize(1));
                node.context().database().useHandle(db -> db.execute("UPDATE event_journal SET event_payload = X'00'"));
                node.context()
                        .database()
                        .useHandle(db -> db.execute(
                                "DELETE FROM akka_projection_offset_store WHERE projection_name = 'tally-notes'"));
            }
            try (Node node = TestNodes.start(world.settings(), new TallyPart(), new NotesPart())) {
                Stumbles stumbles = node.context().find(Stumbles.class);
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(stumbles.names())
                                .anySatisfy(it -> assertThat(it).startsWith(NAME)));
            }
        }
    }

    private static void count(Node node, String id, int by) {
        get(node.context().find(TallyPart.Tallies.class).client().ask(new TallyId(id), new Count(by)));
    }

    private static List<String> notes(Node node) {
        return node.context()
                .database()
                .withHandle(db -> db.createQuery("SELECT text FROM note ORDER BY sequence")
                        .mapTo(String.class)
                        .list());
    }

    private static long found(Node node, String text) {
        return node.context()
                .database()
                .withHandle(db -> db.createQuery("SELECT COUNT(*) FROM note WHERE text = :text")
                        .bind("text", text)
                        .mapTo(Long.class)
                        .one());
    }

    private static double failures(Node node) {
        return node.context()
                .metrics()
                .get("downbeat.projection.failures")
                .tag("projection", "tally-notes")
                .counter()
                .count();
    }

    private static ListAppender<ILoggingEvent> listening() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(lines);
        ((Logger) LoggerFactory.getLogger(Stumbles.class)).setLevel(Level.INFO);
        return lines;
    }

    /** A second view of tallies, of which the databases do not take every text. */
    private static final class NotesPart implements Part, View<Tally.Event> {
        @Override
        public String name() {
            return "notes";
        }

        @Override
        public List<Schema> schemas() {
            return List.of();
        }

        @Override
        public void start(NodeContext node) {
            node.database()
                    .useHandle(db -> db.execute(
                            "CREATE TABLE IF NOT EXISTS note (sequence BIGINT PRIMARY KEY, text VARCHAR(10))"));
            node.view(Tally.AGGREGATE, this);
        }

        @Override
        public void apply(Handle db, Recorded<Tally.Event> fact) {
            if (fact.event() instanceof Tally.Event.Counted counted) {
                db.createUpdate("INSERT INTO note (sequence, text) VALUES (:sequence, :text)")
                        .bind("sequence", fact.sequence())
                        .bind("text", counted.by() == WITH_NUL ? "a\0b" : "x".repeat(counted.by()))
                        .execute();
            }
        }
    }
}
