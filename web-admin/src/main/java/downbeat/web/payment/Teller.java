package downbeat.web.payment;

import downbeat.drops.domain.claim.PaymentId;
import downbeat.kernel.Money;
import downbeat.web.worklist.Worklist;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    /** The provider knows a key for a day: what is older may have been done before, whatever its row says. */
    private static final Duration KEY = Duration.ofHours(23);

    private static final int BAG = 10;

    private final Worklist dues;
    private final Checkout provider;
    private final Clock clock;

    public Teller(Jdbi database, Checkout provider, Clock clock) {
        this.dues = new Worklist(database, "payment_due", List.of("due"), CLAIM, clock);
        this.provider = provider;
        this.clock = clock;
    }

    private record Claimed(String due, Dues.Task task, String subject, Money amount, boolean again, int tries) {}

    /** Does what is due, a bag after the other. Returns how many things it had in hand. Blocks. */
    public int round() {
        return Worklist.each(this::claim, this::take);
    }

    private List<Claimed> claim() {
        return dues.take(
                        "SELECT due.* FROM payment_due due",
                        "",
                        Map.of(),
                        BAG,
                        (row, context) -> new Claimed(
                                row.getString("due"),
                                Dues.Task.valueOf(row.getString("task")),
                                row.getString("subject"),
                                Money.of(row.getLong("minor"), row.getString("currency")),
                                row.getInt("tries") > 0
                                        || row.getLong("claimed_until") > 0
                                        || old(row.getLong("due_at")),
                                row.getInt("tries")),
                        due -> List.of(due.due()))
                .toList();
    }

    private boolean old(long dueAt) {
        return clock.millis() - dueAt > KEY.toMillis();
    }

    /** Whatever goes wrong with one thing keeps neither it for the time of its claim nor the others of its bag. */
    private void take(Claimed due) {
        try {
            switch (due.task()) {
                case REFUND -> provider.refund(due.due(), new PaymentId(due.subject()), due.amount(), due.again());
                case CLOSE -> provider.close(due.subject());
            }
            done(due);
        } catch (ProviderFailed e) {
            tryAgain(due, e.why());
        } catch (RuntimeException e) {
            log.warn("{} of {} did not reach the provider", due.task(), due.due(), e);
            tryAgain(due, "This installation could not ask the provider.");
        }
    }

    private void tryAgain(Claimed due, String why) {
        var tries = due.tries() + 1;
        log.warn("{} of {} failed at try {}: {}", due.task(), due.due(), tries, why);
        dues.again(List.of(due.due()), tries, Pauses.after(tries), why);
    }

    private void done(Claimed due) {
        dues.done(List.of(due.due()), "DONE", due.tries() + 1, null);
    }
}
