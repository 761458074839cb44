package downbeat.cluster.journal;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/**
 * Which tags a crowd writes to at the moment. What follows such a tag rests before each look, since what it does takes processor
 * time from those who wait for an answer; a rest that is over is followed by a look, however many rows have come meanwhile.
 */
final class Rushes {
    /** Rows of a tag within one beat that tell of a rush: sixty commits a second. */
    private static final int ROWS = 3;
    /** Or as many bytes: a row may carry hundreds of facts, each some 400. */
    private static final int BYTES = 16 * 1024;

    private static final Duration REST = Duration.ofMillis(300);

    private final Jdbi jdbi;
    private final Set<String> watched = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> restUntil = new ConcurrentHashMap<>();

    Rushes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void watch(Collection<String> tags) {
        watched.addAll(tags);
    }

    /**
     * What one beat has brought.
     *
     * @param rows of the tag, each after {@code since}
     */
    void feel(String tag, int rows, long since) {
        if (watched.contains(tag) && !restUntil.containsKey(tag) && isOne(tag, rows, since)) {
            restUntil.put(tag, System.nanoTime() + REST.toNanos());
        }
    }

    /** Rows are weighed only where they are too few to tell by their number. */
    private boolean isOne(String tag, int rows, long since) {
        return rows >= ROWS || (rows > 0 && bytes(tag, since) >= BYTES);
    }

    private long bytes(String tag, long since) {
        return jdbi.withHandle(db -> db.createQuery("SELECT COALESCE(SUM(OCTET_LENGTH(j.event_payload)), 0)"
                        + " FROM event_tag t JOIN event_journal j ON j.ordering = t.event_id"
                        + " WHERE t.tag = :tag AND t.event_id > :since")
                .bind("tag", tag)
                .bind("since", since)
                .mapTo(Long.class)
                .one());
    }

    boolean rests(String tag) {
        Long until = restUntil.get(tag);
        if (until == null) {
            return false;
        }
        if (until - System.nanoTime() > 0) {
            return true;
        }
        restUntil.remove(tag);
        return false;
    }
}
