package downbeat.web.webhook;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.web.webhook.domain.ClaimFact;
import downbeat.web.webhook.domain.DeliveryState;
import downbeat.web.webhook.domain.EventId;
import downbeat.web.webhook.domain.WebhookId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What endpoints are told, and what became of it. Blocks on the database. */
public final class Deliveries {
    /** The longest list in one piece. */
    public static final int MOST = 500;

    private static final String AGAIN = "UPDATE webhook_delivery SET state = 'WAITING', tries = 0, next_try = :now,"
            + " claimed_until = 0, done_at = NULL, status = NULL, why = NULL"
            + " WHERE webhook = :webhook AND claimed_until <= :now";

    private final Jdbi database;
    private final Clock clock;

    public Deliveries(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The claim it is about. */
    public record About(DropId drop, ClaimId claim) {}

    /**
     * One message to one endpoint.
     *
     * @param about empty for one that says nothing
     * @param nextTry while it waits
     * @param status that was answered last, if anything was
     * @param why the last try failed
     */
    public record Delivery(
            EventId event,
            String type,
            Optional<About> about,
            Instant at,
            DeliveryState state,
            int tries,
            Optional<Instant> nextTry,
            Optional<Instant> doneAt,
            Optional<Integer> status,
            Optional<String> why) {}

    /** Once, however often it is put down. */
    static void put(Handle db, WebhookId webhook, CloudEvent event, @Nullable About about, Instant at) {
        db.createUpdate(
                        "INSERT INTO webhook_delivery (webhook, event, type, drop_id, claim, body, said_at, state, tries,"
                                + " next_try, claimed_until) SELECT :webhook, :event, :type, :drop, CAST(:claim AS INTEGER),"
                                + " :body, CAST(:at AS BIGINT), 'WAITING', 0, CAST(:at AS BIGINT), 0 WHERE NOT EXISTS"
                                + " (SELECT 1 FROM webhook_delivery WHERE webhook = :webhook AND event = :event)")
                .bind("webhook", webhook.value())
                .bind("event", event.id())
                .bind("type", event.type())
                .bind("drop", about == null ? null : about.drop().value())
                .bind("claim", about == null ? null : about.claim().number())
                .bind("body", event.text())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** Tells an endpoint something that says nothing, so that its owner sees it arrive. */
    public Delivery test(WebhookId webhook, EventId id) {
        var now = clock.instant();
        var event = CloudEvent.of(id, "/api/v1/me/webhooks/" + webhook.value(), ClaimFact.TEST, null, now, Map.of());
        database.useTransaction(db -> put(db, webhook, event, null, now));
        return find(webhook, id).orElseThrow();
    }

    /** The newest first, {@value #MOST} of them at most. */
    public List<Delivery> of(WebhookId webhook) {
        return database.withHandle(db -> db.createQuery("SELECT * FROM webhook_delivery WHERE webhook = :webhook"
                        + " ORDER BY said_at DESC, event DESC LIMIT :most")
                .bind("webhook", webhook.value())
                .bind("most", MOST)
                .map((row, context) -> delivery(row))
                .list());
    }

    public Optional<Delivery> find(WebhookId webhook, EventId event) {
        return database.withHandle(
                db -> db.createQuery("SELECT * FROM webhook_delivery WHERE webhook = :webhook AND event = :event")
                        .bind("webhook", webhook.value())
                        .bind("event", event.value())
                        .map((row, context) -> delivery(row))
                        .findOne());
    }

    /** Tells it again, with all tries anew; what is on its way at this moment stays so. */
    public Optional<Delivery> replay(WebhookId webhook, EventId event) {
        database.useHandle(db -> db.createUpdate(AGAIN + " AND event = :event")
                .bind("webhook", webhook.value())
                .bind("event", event.value())
                .bind("now", clock.millis())
                .execute());
        return find(webhook, event);
    }

    /** The same with all that failed for good since a time. Returns how many there are. */
    public int replayFailed(WebhookId webhook, Instant since) {
        return database.withHandle(db -> db.createUpdate(AGAIN + " AND state = 'FAILED' AND said_at >= :since")
                .bind("webhook", webhook.value())
                .bind("since", since.toEpochMilli())
                .bind("now", clock.millis())
                .execute());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var state = DeliveryState.valueOf(row.getString("state"));
        var drop = Optional.ofNullable(row.getString("drop_id"));
        var claim = row.getInt("claim");
        var status = row.getInt("status");
        var next = Instant.ofEpochMilli(row.getLong("next_try"));
        var done = row.getLong("done_at");
        return new Delivery(
                new EventId(row.getString("event")),
                row.getString("type"),
                drop.map(id -> new About(new DropId(id), ClaimId.of(claim))),
                Instant.ofEpochMilli(row.getLong("said_at")),
                state,
                row.getInt("tries"),
                Optional.of(next).filter(it -> state == DeliveryState.WAITING),
                Optional.of(done).filter(it -> it > 0).map(Instant::ofEpochMilli),
                Optional.of(status).filter(it -> it > 0),
                Optional.ofNullable(row.getString("why")));
    }
}
