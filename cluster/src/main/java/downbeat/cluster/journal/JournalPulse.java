package downbeat.cluster.journal;

import downbeat.cluster.database.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feels which tags of the journal have news, for all streams of a node in one query. Without it every stream would ask
 * the database for itself every 50 ms, some hundred streams a node, all day.
 *
 * <p>Only a hint: a stream also looks by itself once a second, so a missed beat costs a second and nothing else.
 */
public final class JournalPulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalPulse.class);
    static final Duration BEAT = Duration.ofMillis(50);
    private static final Duration BY_ITSELF = Duration.ofSeconds(1);
    /** A row may come into sight a little after it was felt; behind a long gap it waits for the look by itself. */
    private static final Duration WARM = Duration.ofSeconds(3);
    /** Rows become visible out of order by at most the writes in flight. */
    private static final int OVERLAP = 200;

    /** Rows after which plans are to be made anew for the first time; then whenever there are twice as many. */
    private static final long SOME = 200;

    private final Database database;
    private final Jdbi jdbi;
    private final Map<String, Long> newest = new ConcurrentHashMap<>();
    private final Map<String, Long> warmUntil = new ConcurrentHashMap<>();
    private final Rushes rushes;
    private final Map<String, Set<CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("journal-pulse").factory());
    /** -1 until the first beat: what is old is no news, and each stream begins with a look of its own. */
    private volatile long position = -1;
    /** Where the tables were looked at last. */
    private long known;

    public JournalPulse(Database database) {
        this.database = database;
        this.jdbi = database.jdbi();
        this.rushes = new Rushes(jdbi);
        var unused = heart.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** In a rush the streams of these tags look later, and those who make the rush are answered first. */
    void letGoFirst(Collection<String> tags) {
        rushes.watch(tags);
    }

    /** Whether it knows what is old by now. */
    boolean beats() {
        return position >= 0;
    }

    /**
     * Completes when it is worth looking for rows of the tag again: for all streams of it at the same time, so that they
     * share the look.
     */
    @SuppressWarnings("UndefinedEquals") // futures are told apart by identity
    CompletionStage<Void> worthALook(String tag) {
        CompletableFuture<Void> look = new CompletableFuture<>();
        Set<CompletableFuture<Void>> others = waiting.computeIfAbsent(tag, it -> ConcurrentHashMap.newKeySet());
        others.add(look);
        return look.completeOnTimeout(null, BY_ITSELF.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> others.remove(look));
    }

    private void beat() {
        try {
            if (position < 0) {
                position = jdbi.withHandle(db -> db.createQuery("SELECT COALESCE(MAX(event_id), 0) FROM event_tag")
                        .mapTo(Long.class)
                        .one());
            }
            long before = position;
            for (News news : news()) {
                feel(news);
                rushes.feel(news.tag(), news.fresh(), before);
            }
            warmUntil.forEach(this::wake);
            if (position > Math.max(SOME, 2 * known)) {
                known = position;
                database.takeStock("event_journal, event_tag");
            }
        } catch (RuntimeException e) {
            LOG.debug("no pulse: {}", e.getMessage()); // the streams look by themselves and complain aloud
        }
    }

    /** @param fresh how many of its rows came since the last beat */
    private record News(String tag, long newest, int fresh) {}

    private List<News> news() {
        return jdbi.withHandle(db -> db.createQuery("SELECT tag, MAX(event_id) AS newest,"
                        + " SUM(CASE WHEN event_id > :position THEN 1 ELSE 0 END) AS fresh"
                        + " FROM event_tag WHERE event_id > :from GROUP BY tag")
                .bind("position", position)
                .bind("from", position - OVERLAP)
                .map((row, context) -> new News(row.getString("tag"), row.getLong("newest"), row.getInt("fresh")))
                .list());
    }

    private void feel(News news) {
        position = Math.max(position, news.newest());
        Long before = newest.put(news.tag(), news.newest());
        if (before == null || before != news.newest()) {
            warmUntil.put(news.tag(), System.nanoTime() + WARM.toNanos());
        }
    }

    private void wake(String tag, long until) {
        if (rushes.rests(tag)) {
            return;
        }
        waiting.getOrDefault(tag, Set.of()).forEach(look -> look.complete(null));
        if (until - System.nanoTime() < 0) {
            warmUntil.remove(tag, until);
        }
    }

    @Override
    public void close() {
        heart.shutdown(); // an interrupt would break the connection it may be using
    }
}
