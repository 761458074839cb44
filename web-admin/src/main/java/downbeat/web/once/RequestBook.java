package downbeat.web.once;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a day which request came under which key. A key is claimed before its request is handled; the primary key of
 * the table sees to it that of all who claim it at once, at whatever nodes, one has it. Every call blocks on the database.
 */
public final class RequestBook {
    /** No request is answered later than this (see {@code request-timeout}): whoever claimed it is gone. */
    static final Duration LONGEST = Duration.ofSeconds(30);
    /** As long as aggregates remember their answers. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final Jdbi database;
    private final Clock clock;

    public RequestBook(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What somebody who wants to use a key hears. */
    public sealed interface Found {}

    /** The key is yours, to be answered by then. */
    public record Mine(String key, String fingerprint, Instant until) implements Found {}

    /** This request was answered before. */
    public record Answered() implements Found {}

    /** This request is being answered, by then. */
    public record Busy(Instant until) implements Found {}

    /** The key belongs to another request. */
    public record Another() implements Found {}

    private record Row(String fingerprint, @Nullable Instant busyUntil) {}

    /** Claims a key that nobody has, or whose holder should have answered long ago. */
    public Found claim(String key, String fingerprint) {
        return database.withHandle(h -> {
            var mine = new Mine(key, fingerprint, now().plus(LONGEST));
            var found = Optional.<Found>empty();
            while (found.isEmpty()) {
                found = insert(h, mine) ? Optional.of(mine) : look(h, mine);
            }
            return found.get();
        });
    }

    private boolean insert(Handle h, Mine mine) {
        return Once.insert(() -> h.createUpdate("insert into request_key (request_key, fingerprint, at, busy_until)"
                        + " select :key, :fingerprint, cast(:at as timestamp with time zone),"
                        + " cast(:until as timestamp with time zone)"
                        + " where not exists (select 1 from request_key where request_key = :key)")
                .bind("key", mine.key())
                .bind("fingerprint", mine.fingerprint())
                .bind("at", utc(now()))
                .bind("until", utc(mine.until()))
                .execute());
    }

    /** Empty if it has changed under our hands: then look again. */
    private Optional<Found> look(Handle h, Mine mine) {
        var row = h.createQuery("select fingerprint, busy_until from request_key where request_key = :key")
                .bind("key", mine.key())
                .map((r, ctx) -> new Row(r.getString(1), instant(r.getObject(2, OffsetDateTime.class))))
                .findOne();
        return row.flatMap(it -> {
            var until = it.busyUntil();
            if (!it.fingerprint().equals(mine.fingerprint())) {
                return Optional.of(new Another());
            }
            if (until == null) {
                return Optional.of(new Answered());
            }
            if (until.isAfter(now())) {
                return Optional.of(new Busy(until));
            }
            return becomes(h, new Mine(mine.key(), mine.fingerprint(), until), mine.until())
                    ? Optional.of(mine)
                    : Optional.empty();
        });
    }

    /** It was answered, and is remembered for good. */
    public void answered(Mine mine) {
        database.useHandle(h -> h.createUpdate("update request_key set busy_until = null"
                        + " where request_key = :key and fingerprint = :fingerprint")
                .bind("key", mine.key())
                .bind("fingerprint", mine.fingerprint())
                .execute());
    }

    /** It was refused, and changed nothing: the key is free for a corrected one. */
    public void release(Mine mine) {
        database.useHandle(
                h -> h.createUpdate("delete from request_key where request_key = :key and busy_until = :until")
                        .bind("key", mine.key())
                        .bind("until", utc(mine.until()))
                        .execute());
    }

    /** Nobody knows what became of it: the key stays its own, and it may be tried again at once. */
    public void doubt(Mine mine) {
        database.useHandle(h -> becomes(h, mine, now()));
    }

    private static boolean becomes(Handle h, Mine mine, Instant until) {
        return h.createUpdate(
                                "update request_key set busy_until = :next where request_key = :key and busy_until = :until")
                        .bind("key", mine.key())
                        .bind("until", utc(mine.until()))
                        .bind("next", utc(until))
                        .execute()
                == 1;
    }

    /** Forgets what is older than a day. */
    public void forgetOld() {
        database.useHandle(h -> h.createUpdate("delete from request_key where at < :before")
                .bind("before", utc(now().minus(KEPT)))
                .execute());
    }

    /** As finely as both databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
