package downbeat.web.webhook;

import downbeat.web.retention.OldRows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Takes deliveries away that are older than they are kept for. */
public final class Pruning {
    /** Of what was told. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final OldRows deliveries;
    private final Clock clock;

    public Pruning(Jdbi database, Clock clock) {
        this.deliveries = new OldRows(database, "webhook_delivery", List.of("webhook", "event"));
        this.clock = clock;
    }

    /** Returns how many it took away. Blocks. */
    public int round() {
        var before = clock.instant().minus(KEPT).toEpochMilli();
        return deliveries.takeAway("said_at < :before", Map.of("before", before));
    }
}
