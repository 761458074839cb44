package downbeat.web.webhook;

import downbeat.cluster.entity.Outdated;
import downbeat.cluster.entity.Seen;
import downbeat.kernel.AccountId;
import downbeat.kernel.Outcome;
import downbeat.web.once.Once;
import downbeat.web.webhook.Webhook.Wish;
import downbeat.web.webhook.WebhookRefusal.NoSuchWebhook;
import downbeat.web.webhook.WebhookRefusal.TooManyWebhooks;
import downbeat.web.webhook.domain.ClaimFact;
import downbeat.web.webhook.domain.WebhookId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The subscriptions, each its owner's alone. Blocks on the database. */
public final class Webhooks {
    /** Of one account. */
    public static final int MOST = 10;

    /** Each that is lost is a slot that another got: more are lost only to who deletes and makes them all the while. */
    private static final int TRIES = 10 * MOST;

    private final Jdbi database;
    private final Clock clock;

    public Webhooks(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who is to be told of a fact about a drop of a trainer: those that were there when it happened. */
    static List<WebhookId> listening(Handle db, AccountId trainer, ClaimFact fact, Instant at) {
        return db
                .createQuery("SELECT webhook, facts FROM webhook_subscription"
                        + " WHERE active AND (owner = :trainer OR all_drops) AND created_at <= :at")
                .bind("trainer", trainer.value())
                .bind("at", at.toEpochMilli())
                .map((row, context) -> ClaimFact.split(row.getString("facts")).contains(fact)
                        ? Optional.of(new WebhookId(row.getString("webhook")))
                        : Optional.<WebhookId>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The same id again is the same subscription. Each has one of the account's slots to itself: of several that want the same one
     * at once the others look again.
     */
    public Outcome<Webhook> create(WebhookId id, AccountId owner, Wish wish) {
        for (int tries = 0; tries < TRIES; tries++) {
            var made = Once.first(() -> database.inTransaction(db -> make(db, id, owner, wish)));
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new IllegalStateException("Others took every slot that was seen free.");
    }

    private Outcome<Webhook> make(Handle db, WebhookId id, AccountId owner, Wish wish) {
        var there = find(db, id, owner);
        if (there.isPresent()) {
            return Outcome.accepted(there.get());
        }
        var taken = slots(db, owner);
        if (taken.size() >= MOST) {
            return Outcome.refused(new TooManyWebhooks(MOST));
        }
        var free = IntStream.rangeClosed(1, MOST).filter(slot -> !taken.contains(slot));
        insert(db, id, owner, free.findFirst().orElseThrow(), wish);
        return Outcome.accepted(find(db, id, owner).orElseThrow());
    }

    private static Set<Integer> slots(Handle db, AccountId owner) {
        return db.createQuery("SELECT slot FROM webhook_subscription WHERE owner = :owner")
                .bind("owner", owner.value())
                .mapTo(Integer.class)
                .set();
    }

    private void insert(Handle db, WebhookId id, AccountId owner, int slot, Wish wish) {
        db.createUpdate("INSERT INTO webhook_subscription"
                        + " (webhook, owner, slot, url, facts, all_drops, active, secret, rotated_at, edition, created_at)"
                        + " VALUES (:id, :owner, :slot, :url, :facts, :all, :active, 1, :now, 1, :now)")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .bind("slot", slot)
                .bind("url", wish.url())
                .bind("facts", ClaimFact.join(wish.facts()))
                .bind("all", wish.allDrops())
                .bind("active", wish.active())
                .bind("now", clock.millis())
                .execute();
    }

    /** The oldest first. */
    public List<Webhook> of(AccountId owner) {
        return database.withHandle(db -> of(db, owner));
    }

    public Optional<Webhook> find(WebhookId id, AccountId owner) {
        return database.withHandle(db -> find(db, id, owner));
    }

    /** Whoever switches it on again gives it another chance. */
    public Outcome<Webhook> edit(WebhookId id, AccountId owner, Wish wish, Seen seen) {
        return change(
                id,
                owner,
                seen,
                db -> db.createUpdate("UPDATE webhook_subscription SET url = :url, facts = :facts, all_drops = :all,"
                                + " active = :active, off_why = NULL, failing_since = NULL, edition = edition + 1"
                                + " WHERE webhook = :id")
                        .bind("id", id.value())
                        .bind("url", wish.url())
                        .bind("facts", ClaimFact.join(wish.facts()))
                        .bind("all", wish.allDrops())
                        .bind("active", wish.active())
                        .execute());
    }

    /** Makes the next secret; the one before signs too for {@link Secrets#OVERLAP}. */
    public Outcome<Webhook> rotate(WebhookId id, AccountId owner, Seen seen) {
        return change(
                id,
                owner,
                seen,
                db -> db.createUpdate("UPDATE webhook_subscription SET secret = secret + 1, rotated_at = :now,"
                                + " edition = edition + 1 WHERE webhook = :id")
                        .bind("id", id.value())
                        .bind("now", clock.millis())
                        .execute());
    }

    private Outcome<Webhook> change(WebhookId id, AccountId owner, Seen seen, Consumer<Handle> how) {
        return database.inTransaction(db -> {
            db.createQuery("SELECT webhook FROM webhook_subscription WHERE webhook = :id FOR UPDATE")
                    .bind("id", id.value())
                    .mapTo(String.class)
                    .findOne();
            var there = find(db, id, owner);
            if (there.isEmpty()) {
                return Outcome.refused(new NoSuchWebhook());
            }
            if (!seen.fits(there.get().version())) {
                return Outcome.refused(new Outdated(there.get().version()));
            }
            how.accept(db);
            return Outcome.accepted(find(db, id, owner).orElseThrow());
        });
    }

    /** With all that was on its way. Returns whether it was there. */
    public boolean delete(WebhookId id, AccountId owner) {
        return database.inTransaction(db -> {
            var gone = db.createUpdate("DELETE FROM webhook_subscription WHERE webhook = :id AND owner = :owner")
                    .bind("id", id.value())
                    .bind("owner", owner.value())
                    .execute();
            if (gone > 0) {
                db.createUpdate("DELETE FROM webhook_delivery WHERE webhook = :id")
                        .bind("id", id.value())
                        .execute();
            }
            return gone > 0;
        });
    }

    private static List<Webhook> of(Handle db, AccountId owner) {
        return db.createQuery("SELECT * FROM webhook_subscription WHERE owner = :owner ORDER BY created_at, webhook")
                .bind("owner", owner.value())
                .map((row, context) -> webhook(row))
                .list();
    }

    private static Optional<Webhook> find(Handle db, WebhookId id, AccountId owner) {
        return db.createQuery("SELECT * FROM webhook_subscription WHERE webhook = :id AND owner = :owner")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map((row, context) -> webhook(row))
                .findOne();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        var failing = row.getLong("failing_since");
        return new Webhook(
                new WebhookId(row.getString("webhook")),
                new AccountId(row.getString("owner")),
                new Wish(
                        row.getString("url"),
                        ClaimFact.split(row.getString("facts")),
                        row.getBoolean("all_drops"),
                        row.getBoolean("active")),
                Optional.ofNullable(row.getString("off_why")),
                row.getInt("secret"),
                Instant.ofEpochMilli(row.getLong("rotated_at")),
                failing == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(failing)),
                row.getInt("edition"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
