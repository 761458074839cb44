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
 * The first rows of all wait for one beat more: by then it shows whether a crowd follows them.
 */
final class Rushes {
    /** Rows of a tag within one beat that tell of a rush: sixty commits a second. */
    private static final int ROWS = 3;
    /** Or as many bytes: a row may carry hundreds of facts, each some 400. */
    private static final int BYTES = 16 * 1024;

    private static final Duration REST = Duration.ofMillis(300);
    /** Over when the next beat comes. */
    private static final Duration UNTIL_THE_NEXT_BEAT = JournalPulse.BEAT.dividedBy(2);

    /** @param rush or only perhaps one */
    private record Rest(long until, boolean rush) {
        static Rest of(Duration length, boolean rush) {
            return new Rest(System.nanoTime() + length.toNanos(), rush);
        }
    }

    private final Jdbi jdbi;
    private final Set<String> watched = ConcurrentHashMap.newKeySet();
    private final Map<String, Rest> rests = new ConcurrentHashMap<>();

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
        if (rows == 0 || !watched.contains(tag)) {
            return;
        }
        Rest rest = rests.get(tag);
        if (rest == null || !rest.rush()) {
            if (isOne(tag, rows, since)) {
                rests.put(tag, Rest.of(REST, true));
            } else if (rest == null) {
                rests.put(tag, Rest.of(UNTIL_THE_NEXT_BEAT, false));
            }
        }
    }

    /** Rows are weighed only where they are too few to tell by their number. */
    private boolean isOne(String tag, int rows, long since) {
        return rows >= ROWS || bytes(tag, since) >= BYTES;
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
        Rest rest = rests.get(tag);
        if (rest != null && rest.until() - System.nanoTime() <= 0) {
            rests.remove(tag);
            return false;
        }
        return rest != null;
    }
}
