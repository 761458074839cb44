package downbeat.web.once;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers for a day which request came under which key. Every call blocks on the database. */
public final class RequestBook {
    /** As long as aggregates remember their answers. */
    private static final Duration KEPT = Duration.ofHours(24);

    private static final Logger log = LoggerFactory.getLogger(RequestBook.class);

    private final Jdbi database;
    private final Clock clock;

    public RequestBook(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The fingerprint of the request that succeeded under this key. */
    public Optional<String> find(String key) {
        return database.withHandle(h -> h.createQuery("select fingerprint from request_key where request_key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .findOne());
    }

    /** Writes it down unless there is one already. What cannot be written costs a later repeat its check, not this answer. */
    public void note(String key, String fingerprint) {
        try {
            database.useHandle(h -> h.createUpdate("insert into request_key (request_key, fingerprint, at)"
                            + " select :key, :fingerprint, cast(:at as timestamp with time zone)"
                            + " where not exists (select 1 from request_key where request_key = :key)")
                    .bind("key", key)
                    .bind("fingerprint", fingerprint)
                    .bind("at", now())
                    .execute());
        } catch (JdbiException e) {
            log.warn("A request could not be noted; perhaps its twin was faster", e);
        }
    }

    /** Forgets what is older than a day. */
    public void forgetOld() {
        database.useHandle(h -> h.createUpdate("delete from request_key where at < :before")
                .bind("before", now().minus(KEPT))
                .execute());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
