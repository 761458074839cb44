package downbeat.web.identity.erasure;

import downbeat.cluster.node.PersonalData;
import downbeat.cluster.person.PersonalKeys;
import downbeat.kernel.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads every erasure to its end. The keys go first, so that nothing can come out of the journal any more; then the tables, again
 * and again until no node can have written what it still knew. Every step may be done twice, by two nodes too.
 */
public final class Eraser {
    /** The other nodes have forgotten the keys by then, and their views have committed what they had read with them. */
    static final Duration SETTLED = PersonalKeys.KNOWN_FOR.multipliedBy(4);

    private static final Logger log = LoggerFactory.getLogger(Eraser.class);

    private final Erasures erasures;
    private final List<Function<Erasure, CompletionStage<?>>> keys;
    private final Consumer<Erasure> before;
    private final Supplier<PersonalData> data;
    private final Clock clock;

    /**
     * @param keys each destroys one key of somebody
     * @param before what does more than deleting rows
     */
    public Eraser(
            Erasures erasures,
            List<Function<Erasure, CompletionStage<?>>> keys,
            Consumer<Erasure> before,
            Supplier<PersonalData> data,
            Clock clock) {
        this.erasures = erasures;
        this.keys = List.copyOf(keys);
        this.before = before;
        this.data = data;
        this.clock = clock;
    }

    /** Blocks. One that cannot get on keeps no other waiting. */
    public void round() {
        for (var erasure : erasures.open()) {
            try {
                advance(erasure);
            } catch (RuntimeException e) {
                log.warn("An erasure could not get on; the next round tries again", e);
            }
        }
    }

    /** A view that is built again brings ids back, from facts of others: they go again. Blocks. */
    public void sweep() {
        erasures.all().forEach(this::forget);
    }

    private void advance(Erasure erasure) {
        if (erasure.keysAt().isEmpty()) {
            keys.forEach(key -> wait(key.apply(erasure)));
            erasures.keysDestroyed(erasure.account());
        }
        forget(erasure);
        var settled = erasure.keysAt().map(at -> at.plus(SETTLED));
        if (settled.filter(at -> at.isBefore(clock.instant())).isPresent()) {
            done(erasure.account());
        }
    }

    private void forget(Erasure erasure) {
        before.accept(erasure);
        data.get().forget(erasure.participant(), erasure.account());
    }

    private void done(AccountId account) {
        erasures.done(account);
        log.info("Everything about somebody who asked for it is deleted");
    }

    private static void wait(CompletionStage<?> stage) {
        CompletableFuture.completedFuture(null)
                .thenCompose(now -> stage)
                .orTimeout(15, TimeUnit.SECONDS)
                .join();
    }
}
