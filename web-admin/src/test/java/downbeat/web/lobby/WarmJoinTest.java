package downbeat.web.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.web.stage.Alone;
import downbeat.web.stage.Stage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * Joining costs the database no reading once the member's session and the class are in memory. The database itself counts,
 * whoever asks it.
 */
@Alone
class WarmJoinTest {
    private static final int MEMBERS = 60;

    @Test
    void who_has_opened_the_page_of_a_class_joins_it_without_a_read() {
        try (var stage = Stage.open()) {
            var crowd = Crowd.before(stage, "warm", MEMBERS);
            var database = stage.node().node().context().database();
            database.useHandle(h -> h.execute("set query_statistics true"));
            database.useHandle(h -> h.execute("set query_statistics_max_entries 10000"));
            Crowd.each(crowd.members(), member -> member.get(crowd.classPath()).expecting(200));

            var before = reads(database);
            var guests = Crowd.each(crowd.members(), member -> Guest.joins(member, crowd.classPath()));
            await().until(() -> guests.stream().allMatch(guest -> guest.connected() != null));
            var after = reads(database);

            assertThat(more(before, after, MEMBERS / 2))
                    .as("what was read because somebody joined: timers read, but not so often")
                    .isEmpty();
            assertThat(more(before, after, 1).keySet())
                    .as("entities that were read from the journal")
                    .noneMatch(WarmJoinTest::ofOneEntity);
        }
    }

    private static boolean ofOneEntity(String sql) {
        return sql.contains("\"persistence_id\" = ?");
    }

    /** What views and reactions read to follow the journal: all the time, and after every write. */
    private static boolean followsTheJournal(String sql) {
        return (sql.contains("\"event_journal\"") || sql.contains(" event_tag ")) && !ofOneEntity(sql);
    }

    /** How often each select has been executed so far. */
    private static Map<String, Long> reads(Jdbi database) {
        return database.withHandle(h -> h.createQuery(
                        "select sql_statement, execution_count from information_schema.query_statistics")
                .reduceRows(new HashMap<String, Long>(), (all, row) -> {
                    var sql =
                            row.getColumn("sql_statement", String.class).strip().toLowerCase(Locale.ROOT);
                    if (sql.startsWith("select") && !sql.contains("query_statistics") && !followsTheJournal(sql)) {
                        all.merge(sql, row.getColumn("execution_count", Long.class), Long::sum);
                    }
                    return all;
                }));
    }

    private static Map<String, Long> more(Map<String, Long> before, Map<String, Long> after, long least) {
        var more = new HashMap<String, Long>();
        after.forEach((sql, count) -> {
            var grown = count - before.getOrDefault(sql, 0L);
            if (grown >= least) {
                more.put(sql, grown);
            }
        });
        return more;
    }
}
