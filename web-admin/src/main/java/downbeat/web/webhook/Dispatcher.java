package downbeat.web.webhook;

import downbeat.kernel.AccountId;
import downbeat.web.webhook.Road.Due;
import downbeat.web.webhook.domain.Answered;
import downbeat.web.webhook.domain.Signature;
import downbeat.web.webhook.domain.WebhookId;
import downbeat.web.webhook.reach.Messenger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells endpoints what is due. Every node may have one: a delivery is claimed in its row before it is sent, and a node that dies in
 * between leaves its claim to run out and the delivery to be sent again under the same id. To each endpoint goes one message after
 * the other on {@value #LANES} lanes, so that one that hangs keeps nobody else waiting, and no thread either.
 */
public final class Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /** To one endpoint at a time, from this node. */
    static final int LANES = 2;

    /** To all together. */
    static final int AT_ONCE = 256;

    /** On one lane, before the next round looks at who waits. */
    private static final int IN_A_ROW = 100;

    private static final Answered NO_LONGER_ADMIN = new Answered.Over(
            Optional.empty(), "The drops of all trainers are an administrator's to hear, and its owner is none.");

    /** Whether somebody may still hear of the drops of all trainers. */
    @FunctionalInterface
    public interface Standing {
        CompletionStage<Boolean> hearsAll(AccountId owner);
    }

    private final Road road;
    private final Secrets secrets;
    private final Messenger messenger;
    private final Standing standing;
    private final Clock clock;
    private final Executor blocking;
    private final Map<WebhookId, Integer> lanes = new ConcurrentHashMap<>();
    private final Semaphore free = new Semaphore(AT_ONCE);

    public Dispatcher(
            Road road, Secrets secrets, Messenger messenger, Standing standing, Clock clock, Executor blocking) {
        this.road = road;
        this.secrets = secrets;
        this.messenger = messenger;
        this.standing = standing;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Begins to send what is due. Blocks on the database only; completes when the lanes that it opened are empty again. */
    public CompletionStage<Void> round() {
        var waiting = new ArrayList<>(road.waiting());
        Collections.shuffle(waiting);
        var opened = new ArrayList<CompletableFuture<Void>>();
        for (var webhook : waiting) {
            for (int lane = 0; lane < LANES; lane++) {
                if (open(webhook)) {
                    opened.add(run(webhook).toCompletableFuture());
                }
            }
        }
        return CompletableFuture.allOf(opened.toArray(CompletableFuture[]::new));
    }

    private boolean open(WebhookId webhook) {
        if (!free.tryAcquire()) {
            return false;
        }
        var all = lanes.merge(webhook, 1, Integer::sum);
        if (all > LANES) {
            close(webhook);
            return false;
        }
        return true;
    }

    private void close(WebhookId webhook) {
        lanes.computeIfPresent(webhook, (id, all) -> all > 1 ? all - 1 : null);
        free.release();
    }

    private CompletionStage<Void> run(WebhookId webhook) {
        return next(webhook, IN_A_ROW).handle((done, failure) -> {
            close(webhook);
            if (failure != null) {
                log.warn("Webhook {} could not be told; the next round tries again", webhook.value(), failure);
            }
            return null;
        });
    }

    /** A lane ends at the first thing that goes wrong: what waits behind it is for the next round. */
    private CompletionStage<Void> next(WebhookId webhook, int left) {
        return CompletableFuture.supplyAsync(() -> road.take(webhook), blocking)
                .thenCompose(found -> found.map(due -> told(due)
                                .thenCompose(went -> went && left > 1
                                        ? next(webhook, left - 1)
                                        : CompletableFuture.completedStage(null)))
                        .orElseGet(() -> CompletableFuture.completedStage(null)));
    }

    /** Whatever goes wrong keeps a delivery no longer than its pause. */
    private CompletionStage<Boolean> told(Due due) {
        return answered(due)
                .exceptionally(e -> {
                    log.warn(
                            "Event {} did not reach webhook {}",
                            due.event().value(),
                            due.webhook().value(),
                            e);
                    return Answered.silent("This installation could not send it.");
                })
                .thenApplyAsync(answer -> road.settle(due, answer), blocking);
    }

    private CompletionStage<Answered> answered(Due due) {
        return may(due).thenCompose(may -> may
                ? messenger.post(due.url(), headers(due), due.body())
                : CompletableFuture.completedStage(NO_LONGER_ADMIN));
    }

    private CompletionStage<Boolean> may(Due due) {
        return due.allDrops() ? standing.hearsAll(due.owner()) : CompletableFuture.completedStage(true);
    }

    /** Signed anew at each try, since its time is told with it. */
    private Map<String, String> headers(Due due) {
        var now = clock.instant();
        var signing = secrets.signing(due.webhook(), due.secret(), due.rotatedAt(), now);
        return Map.of(
                "webhook-id", due.event().value(),
                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                "webhook-signature", Signature.header(signing, due.event(), now, due.body()));
    }
}
