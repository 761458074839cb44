package downbeat.web.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes rows of a table away for good. Every node may do it: what another one took is simply gone.
 *
 * @param key the columns that name a row, at least one
 */
public record OldRows(Jdbi database, String table, List<String> key) {
    /** Rows in one transaction: short enough that nobody waits for it. */
    public static final int BAG = 500;

    /** In an order that all nodes have, so that none waits for another that waits for it. */
    private static final Comparator<List<Object>> IN_ORDER = Comparator.comparing(List::toString);

    public OldRows {
        key = List.copyOf(key);
    }

    /**
     * A bag after the other, until there are none. Whole milliseconds at a time would be simpler, but a rush has thousands in one.
     *
     * @param which a condition, such as {@code said_at < :before}
     * @param bound the names in it
     * @return how many it took away
     */
    public int takeAway(String which, Map<String, ?> bound) {
        int all = 0;
        int some;
        do {
            some = bag(which, bound);
            all += some;
        } while (some == BAG);
        return all;
    }

    private int bag(String which, Map<String, ?> bound) {
        var old = database.withHandle(db -> db.createQuery(
                        "SELECT " + String.join(", ", key) + " FROM " + table + " WHERE " + which + " LIMIT :bag")
                .bindMap(bound)
                .bind("bag", BAG)
                .map((row, context) -> id(row))
                .list());
        if (!old.isEmpty()) {
            delete(old.stream().sorted(IN_ORDER).toList());
        }
        return old.size();
    }

    private List<Object> id(ResultSet row) throws SQLException {
        var id = new ArrayList<>();
        for (var column : key) {
            id.add(row.getObject(column));
        }
        return List.copyOf(id);
    }

    private void delete(List<List<Object>> ids) {
        var which = key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
        database.useTransaction(db -> {
            var batch = db.prepareBatch("DELETE FROM " + table + " WHERE " + which);
            ids.forEach(id -> batch.add(id.toArray()));
            batch.execute();
        });
    }
}
