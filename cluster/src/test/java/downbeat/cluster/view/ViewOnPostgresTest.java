package downbeat.cluster.view;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ViewOnPostgresTest extends ViewContract {

    private static final String WAITING = "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = :id";
    private static final String ROWS = "SELECT COUNT(*) FROM event_journal WHERE persistence_id = 'tally|' || :id";
    private static final TallyId SLOW = new TallyId("slow-writer");
    private static final TallyId QUICK = new TallyId("quick-writer");

    ViewOnPostgresTest() {
        super(new World.Postgres());
    }

    /** A row has its place in the ordering before it can be seen: a view that hurried on would never come back to it. */
    @Test
    void a_row_that_is_committed_late_is_not_passed_over() throws Exception {
        get(world().tallies().ask(SLOW, new Count(1)));
        get(world().tallies().ask(QUICK, new Count(1)));
        await().atMost(Duration.ofSeconds(30)).until(() -> world().count(FACTS, QUICK.value()) == 1);
        try (Connection blocker = world().connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            // The very row the slow one writes next: its insert waits, its place in the ordering taken.
            statement.execute(
                    "INSERT INTO event_journal (ordering, persistence_id, sequence_number, writer, event_ser_id,"
                            + " event_ser_manifest, event_payload) VALUES (-1, 'tally|slow-writer', 2, '', 0, '', '')");
            var write = world().tallies().ask(SLOW, new Count(2));
            await().atMost(Duration.ofSeconds(20)).until(() -> world().count(WAITING, "Lock") > 0);
            // Stored at once, but Akka answers writes in the order they were asked for.
            var quick = world().tallies().ask(QUICK, new Count(1));
            await().atMost(Duration.ofSeconds(20)).until(() -> world().count(ROWS, QUICK.value()) == 2);
            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> world().count(FACTS, QUICK.value()) == 1);
            blocker.rollback();
            get(write);
            get(quick);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> world().count(FACTS, QUICK.value()) == 2);
        assertThat(world().count(FACTS, SLOW.value())).isEqualTo(2);
    }

    @Test
    void a_gap_that_stays_does_not_stop_the_views() {
        TallyId id = new TallyId("after-the-gap");
        assertThat(world().count("SELECT nextval('event_journal_ordering_seq') WHERE '' <> :id", "lost"))
                .isPositive();
        get(world().tallies().ask(id, new Count(1)));
        await().atMost(Duration.ofSeconds(60)).until(() -> world().count(FACTS, id.value()) == 1);
    }
}
