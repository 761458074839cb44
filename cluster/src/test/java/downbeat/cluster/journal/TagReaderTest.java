package downbeat.cluster.journal;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A look at a tag costs what is new and not what has ever been. */
class TagReaderTest {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final int OLD = 500;
    private static final int NEW = 3;

    @Test
    void h2_walks_over_new_rows_alone() throws SQLException {
        try (World world = new World.H2()) {
            for (int i = 0; i < OLD + NEW; i++) {
                world.tallies()
                        .ask(new TallyId("t"), new Count(1))
                        .toCompletableFuture()
                        .join();
            }
            var tag = "tally-" + Math.floorMod("t".hashCode(), 4);
            long newest = world.count("SELECT MAX(event_id) FROM event_tag WHERE tag = :id", tag);
            var plan = plan(world, tag, newest);
            var scans = SCANNED.matcher(plan).results().map(it -> Integer.valueOf(it.group(1)));
            assertThat(scans).as(plan).isNotEmpty().allMatch(scanned -> scanned <= 3 * NEW);
        }
    }

    private static String plan(World world, String tag, long newest) throws SQLException {
        return world.node().context().database().withHandle(db -> {
            try (var query = db.getConnection().prepareStatement("EXPLAIN ANALYZE " + TagReader.ROWS)) {
                query.setString(1, tag);
                query.setLong(2, newest - NEW);
                query.setLong(3, newest);
                query.setInt(4, TagTail.MOST);
                try (var lines = query.executeQuery()) {
                    lines.next();
                    return lines.getString(1);
                }
            }
        });
    }
}
