package downbeat.web.pop;

import downbeat.kernel.PopId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The list of nodes that serve members. Every call blocks on the database. */
public final class PopDirectory {
    /** A node that has been silent for longer serves nobody. */
    static final Duration FRESH = Duration.ofSeconds(30);

    private final Jdbi database;
    private final Clock clock;

    public PopDirectory(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Says that this node is here. */
    public void announce(String node, PopAddress address) {
        database.useTransaction(h -> {
            var updated = h.createUpdate(
                            "update pop_address set pop = :pop, url = :url, seen_at = :now where node = :node")
                    .bind("node", node)
                    .bind("pop", address.pop().value())
                    .bind("url", address.url())
                    .bind("now", at(clock.instant()))
                    .execute();
            if (updated == 0) {
                h.createUpdate("insert into pop_address (node, pop, url, seen_at) values (:node, :pop, :url, :now)")
                        .bind("node", node)
                        .bind("pop", address.pop().value())
                        .bind("url", address.url())
                        .bind("now", at(clock.instant()))
                        .execute();
            }
        });
    }

    /** This node is going away. */
    public void withdraw(String node) {
        database.useHandle(h -> h.createUpdate("delete from pop_address where node = :node")
                .bind("node", node)
                .execute());
    }

    /** Nodes heard of lately, by PoP and address. */
    public List<PopAddress> all() {
        return database.withHandle(h -> h.createQuery(
                        "select pop, url from pop_address where seen_at > :since order by pop, url")
                .bind("since", at(clock.instant().minus(FRESH)))
                .map((row, ctx) -> new PopAddress(new PopId(row.getString("pop")), row.getString("url")))
                .list());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
