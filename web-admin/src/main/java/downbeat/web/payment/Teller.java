package downbeat.web.payment;

import downbeat.drops.domain.claim.PaymentId;
import downbeat.kernel.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does at the provider what is due. Every node may have one: a row is claimed for some minutes before the provider is asked. A node
 * that dies in between leaves its claim to run out and the thing to be done again, which the provider is told, so that it is done
 * once.
 */
public final class Teller {
    private static final Logger log = LoggerFactory.getLogger(Teller.class);
    /** Longer than what is claimed together can take. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    private static final int BAG = 10;

    private final Jdbi database;
    private final Checkout provider;
    private final Clock clock;

    public Teller(Jdbi database, Checkout provider, Clock clock) {
        this.database = database;
        this.provider = provider;
        this.clock = clock;
    }

    private record Claimed(String due, Dues.Task task, String subject, Money amount, int tries, boolean taken) {}

    /** Does what is due, a bag after the other. Returns how many things it had in hand. Blocks. */
    public int round() {
        int all = 0;
        for (var bag = claim(); !bag.isEmpty(); bag = claim()) {
            bag.forEach(this::take);
            all += bag.size();
        }
        return all;
    }

    private List<Claimed> claim() {
        var now = clock.instant();
        return database.withHandle(db -> db
                .createQuery("SELECT * FROM payment_due WHERE state = 'WAITING' AND next_try <= :now"
                        + " AND claimed_until <= :now ORDER BY next_try, due LIMIT :bag")
                .bind("now", now.toEpochMilli())
                .bind("bag", BAG)
                .map((row, context) -> new Claimed(
                        row.getString("due"),
                        Dues.Task.valueOf(row.getString("task")),
                        row.getString("subject"),
                        Money.of(row.getLong("minor"), row.getString("currency")),
                        row.getInt("tries"),
                        row.getLong("claimed_until") > 0))
                .list()
                .stream()
                .filter(due -> claimed(due, now))
                .toList());
    }

    /** Of several nodes that read the same row one changes it. */
    private boolean claimed(Claimed due, Instant now) {
        return database.withHandle(
                        db -> db.createUpdate("UPDATE payment_due SET claimed_until = :until WHERE due = :due"
                                        + " AND state = 'WAITING' AND next_try <= :now AND claimed_until <= :now")
                                .bind("until", now.plus(CLAIM).toEpochMilli())
                                .bind("due", due.due())
                                .bind("now", now.toEpochMilli())
                                .execute())
                == 1;
    }

    private void take(Claimed due) {
        try {
            switch (due.task()) {
                case REFUND ->
                    provider.refund(
                            due.due(), new PaymentId(due.subject()), due.amount(), due.tries() > 0 || due.taken());
                case CLOSE -> provider.close(due.subject());
            }
            done(due);
        } catch (ProviderFailed e) {
            tryAgain(due, e);
        }
    }

    private void tryAgain(Claimed due, ProviderFailed failure) {
        var tries = due.tries() + 1;
        log.warn("{} of {} failed at try {}: {}", due.task(), due.due(), tries, failure.why());
        database.useHandle(db -> db.createUpdate("UPDATE payment_due SET tries = :tries, next_try = :next,"
                        + " claimed_until = 0, why = :why WHERE due = :due")
                .bind("tries", tries)
                .bind("next", clock.instant().plus(Pauses.after(tries)).toEpochMilli())
                .bind("why", shortened(failure.why()))
                .bind("due", due.due())
                .execute());
    }

    private static String shortened(String why) {
        return why.length() <= 400 ? why : why.substring(0, 400);
    }

    private void done(Claimed due) {
        database.useHandle(db -> db.createUpdate("UPDATE payment_due SET state = 'DONE', tries = :tries,"
                        + " done_at = :now, claimed_until = 0, why = NULL WHERE due = :due")
                .bind("tries", due.tries() + 1)
                .bind("now", clock.millis())
                .bind("due", due.due())
                .execute());
    }
}
