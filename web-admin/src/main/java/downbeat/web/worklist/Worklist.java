package downbeat.web.worklist;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * A table of things that are due, which every node looks through: of several that read the same row one takes it in hand, for some
 * minutes. A node that dies in between leaves its claim to run out and the thing to be done again. The table has the columns
 * {@code state, tries, next_try, claimed_until, done_at, why}; what is to be done is {@code WAITING}.
 */
public final class Worklist {
    private static final int LONGEST_WHY = 400;

    private final Jdbi database;
    private final String table;
    private final List<String> key;
    private final Duration claim;
    private final Clock clock;

    /**
     * @param key the columns that name a row
     * @param claim longer than it takes to do all that is claimed together
     */
    public Worklist(Jdbi database, String table, List<String> key, Duration claim, Clock clock) {
        this.database = database;
        this.table = table;
        this.key = List.copyOf(key);
        this.claim = claim;
        this.clock = clock;
    }

    /** Does what is due, a bag after the other. Returns how many things were in hand. Blocks. */
    public static <T> int each(Supplier<List<T>> bag, Consumer<T> doing) {
        int all = 0;
        for (var some = bag.get(); !some.isEmpty(); some = bag.get()) {
            some.forEach(doing);
            all += some.size();
        }
        return all;
    }

    /** A condition on rows of the table by the name of {@code due}. */
    public static String due(String now) {
        return "due.state = 'WAITING' AND due.next_try <= " + now + " AND due.claimed_until <= " + now;
    }

    /**
     * What is due and now in the caller's hand, the longest due first. Each row is claimed as the stream comes to it.
     *
     * @param select up to its WHERE, with the table by the name of {@code due}
     * @param more a condition more, such as {@code " AND due.webhook = :webhook"}
     * @param bound the names in it
     * @param most rows that are looked at
     * @param id the values of the key
     */
    public <T> Stream<T> take(
            String select,
            String more,
            Map<String, ?> bound,
            int most,
            RowMapper<T> mapper,
            Function<T, List<String>> id) {
        long now = clock.millis();
        var order = key.stream().map(column -> ", due." + column).collect(Collectors.joining());
        var rows = database.withHandle(db -> db.createQuery(
                        select + " WHERE " + due(":now") + more + " ORDER BY due.next_try" + order + " LIMIT :most")
                .bind("now", now)
                .bind("most", most)
                .bindMap(bound)
                .map(mapper)
                .list());
        return rows.stream().filter(row -> claimed(id.apply(row), now));
    }

    private boolean claimed(List<String> id, long now) {
        return update("claimed_until = :until", id, " AND " + due(":now").replace("due.", ""), bound -> {
                    bound.put("until", now + claim.toMillis());
                    bound.put("now", now);
                })
                == 1;
    }

    /** It failed, and comes up again after a pause. */
    public void again(List<String> id, int tries, Duration pause, String why) {
        update("tries = :tries, next_try = :next, claimed_until = 0, why = :why", id, "", bound -> {
            bound.put("tries", tries);
            bound.put("next", clock.millis() + pause.toMillis());
            bound.put("why", shortened(why));
        });
    }

    /** It is over, in whatever state. */
    public void done(List<String> id, String state, int tries, @Nullable String why) {
        update("state = :state, tries = :tries, done_at = :now, claimed_until = 0, why = :why", id, "", bound -> {
            bound.put("state", state);
            bound.put("tries", tries);
            bound.put("now", clock.millis());
            bound.put("why", why == null ? null : shortened(why));
        });
    }

    private static String shortened(String why) {
        return why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY);
    }

    private int update(String set, List<String> id, String more, Consumer<Map<String, @Nullable Object>> values) {
        var bound = new java.util.HashMap<String, @Nullable Object>();
        values.accept(bound);
        for (int i = 0; i < key.size(); i++) {
            bound.put("key" + i, id.get(i));
        }
        var where = new StringBuilder();
        for (int i = 0; i < key.size(); i++) {
            where.append(i == 0 ? "" : " AND ")
                    .append(key.get(i))
                    .append(" = :key")
                    .append(i);
        }
        return database.withHandle(db -> db.createUpdate("UPDATE " + table + " SET " + set + " WHERE " + where + more)
                .bindMap(bound)
                .execute());
    }
}
