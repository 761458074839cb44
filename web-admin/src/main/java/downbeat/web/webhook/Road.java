package downbeat.web.webhook;

import downbeat.kernel.AccountId;
import downbeat.web.webhook.domain.Answered;
import downbeat.web.webhook.domain.DeliveryState;
import downbeat.web.webhook.domain.EventId;
import downbeat.web.webhook.domain.Pauses;
import downbeat.web.webhook.domain.WebhookId;
import downbeat.web.worklist.Worklist;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is due to be sent, what became of it, and what that means for the endpoint. Blocks on the database. */
public final class Road {
    /** Several times what one try may take. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    /** So many rows are looked at to get one: other lanes and nodes look at the same. */
    private static final int LOOK = 4;

    static final String TOO_LONG = "Nothing has arrived for " + Pauses.PATIENCE.toDays() + " days.";

    private final Jdbi database;
    private final Worklist deliveries;
    private final Clock clock;
    private final WebhookMeter meter;
    private final RandomGenerator luck;

    public Road(Jdbi database, Clock clock, WebhookMeter meter, RandomGenerator luck) {
        this.database = database;
        this.deliveries = new Worklist(database, "webhook_delivery", List.of("webhook", "event"), CLAIM, clock);
        this.clock = clock;
        this.meter = meter;
        this.luck = luck;
    }

    /** One delivery in hand, with all it takes to send it. */
    record Due(
            WebhookId webhook,
            EventId event,
            String body,
            int tries,
            String url,
            AccountId owner,
            boolean allDrops,
            int secret,
            Instant rotatedAt) {
        List<String> id() {
            return List.of(webhook.value(), event.value());
        }

        static Due of(ResultSet row) throws SQLException {
            return new Due(
                    new WebhookId(row.getString("webhook")),
                    new EventId(row.getString("event")),
                    row.getString("body"),
                    row.getInt("tries"),
                    row.getString("url"),
                    new AccountId(row.getString("owner")),
                    row.getBoolean("all_drops"),
                    row.getInt("secret"),
                    Instant.ofEpochMilli(row.getLong("rotated_at")));
        }
    }

    /** For whom something is due. */
    List<WebhookId> waiting() {
        return database.withHandle(db -> db.createQuery("SELECT s.webhook FROM webhook_subscription s WHERE s.active"
                        + " AND EXISTS (SELECT 1 FROM webhook_delivery due WHERE due.webhook = s.webhook AND "
                        + Worklist.due(":now") + ")")
                .bind("now", clock.millis())
                .map((row, context) -> new WebhookId(row.getString("webhook")))
                .list());
    }

    Optional<Due> take(WebhookId webhook) {
        return deliveries
                .take(
                        "SELECT due.*, s.url, s.owner, s.all_drops, s.secret, s.rotated_at FROM webhook_delivery due"
                                + " JOIN webhook_subscription s ON s.webhook = due.webhook",
                        " AND s.active AND due.webhook = :webhook",
                        Map.of("webhook", webhook.value()),
                        LOOK,
                        (row, context) -> Due.of(row),
                        Due::id)
                .findFirst();
    }

    /** Returns whether the endpoint took it. */
    boolean settle(Due due, Answered answer) {
        switch (answer) {
            case Answered.Taken taken -> taken(due, taken.status());
            case Answered.Over over -> over(due, over);
            case Answered.Failed failed -> failed(due, failed);
        }
        return answer instanceof Answered.Taken;
    }

    private void taken(Due due, int status) {
        note(due, status);
        deliveries.done(due.id(), DeliveryState.DELIVERED.name(), due.tries() + 1, null);
        database.useHandle(db -> db.createUpdate("UPDATE webhook_subscription SET failing_since = NULL"
                        + " WHERE webhook = :webhook AND failing_since IS NOT NULL")
                .bind("webhook", due.webhook().value())
                .execute());
        meter.ended(DeliveryState.DELIVERED);
    }

    private void over(Due due, Answered.Over over) {
        note(due, over.status().orElse(null));
        deliveries.done(due.id(), DeliveryState.FAILED.name(), due.tries() + 1, over.why());
        meter.ended(DeliveryState.FAILED);
        off(due.webhook(), over.why());
    }

    private void failed(Due due, Answered.Failed failure) {
        var tries = due.tries() + 1;
        note(due, failure.status().orElse(null));
        var pause = Pauses.after(tries, luck.nextDouble(), failure.comeBack());
        if (pause.isPresent()) {
            deliveries.again(due.id(), tries, pause.get(), failure.why());
            meter.triedAgain();
        } else {
            deliveries.done(due.id(), DeliveryState.FAILED.name(), tries, failure.why());
            meter.ended(DeliveryState.FAILED);
        }
        if (failsTooLong(due.webhook())) {
            off(due.webhook(), TOO_LONG + " The last time: " + failure.why());
        }
    }

    private void note(Due due, @Nullable Integer status) {
        database.useHandle(db -> db.createUpdate(
                        "UPDATE webhook_delivery SET status = :status WHERE webhook = :webhook AND event = :event")
                .bind("status", status)
                .bind("webhook", due.webhook().value())
                .bind("event", due.event().value())
                .execute());
    }

    private boolean failsTooLong(WebhookId webhook) {
        var now = clock.instant();
        return database.withHandle(db -> {
            db.createUpdate("UPDATE webhook_subscription SET failing_since = :now"
                            + " WHERE webhook = :webhook AND failing_since IS NULL")
                    .bind("now", now.toEpochMilli())
                    .bind("webhook", webhook.value())
                    .execute();
            return db.createQuery("SELECT failing_since FROM webhook_subscription WHERE webhook = :webhook")
                    .bind("webhook", webhook.value())
                    .mapTo(Long.class)
                    .findOne()
                    .filter(since -> since <= now.minus(Pauses.PATIENCE).toEpochMilli())
                    .isPresent();
        });
    }

    /** What waits stays, and goes on its way when its owner switches it on again. */
    private void off(WebhookId webhook, String why) {
        database.useHandle(db -> db.createUpdate("UPDATE webhook_subscription SET active = FALSE, off_why = :why,"
                        + " edition = edition + 1 WHERE webhook = :webhook AND active")
                .bind("why", why)
                .bind("webhook", webhook.value())
                .execute());
    }
}
