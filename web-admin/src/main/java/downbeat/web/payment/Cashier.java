package downbeat.web.payment;

import downbeat.drops.domain.DropCommand.Pay;
import downbeat.drops.entity.Drops;
import downbeat.kernel.Outcome;
import downbeat.web.once.Once;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what the provider tells: who has paid in time has the units, who has not gets the money back. */
public final class Cashier {
    private static final Logger log = LoggerFactory.getLogger(Cashier.class);

    private final Jdbi database;
    private final Checkouts checkouts;
    private final Refunds refunds;
    private final Drops drops;
    private final Clock clock;
    private final Executor blocking;

    public Cashier(Jdbi database, Checkouts checkouts, Refunds refunds, Drops drops, Clock clock, Executor blocking) {
        this.database = database;
        this.checkouts = checkouts;
        this.refunds = refunds;
        this.drops = drops;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** What has become of what was told. */
    private enum Outcomes {
        PAID,
        REFUNDED,
        REFUND_FAILED,
        NOTED
    }

    /** Completes when it is kept for good; what fails is to be told again. */
    public CompletionStage<Void> hear(Notice notice) {
        return CompletableFuture.supplyAsync(() -> known(notice), blocking)
                .thenCompose(known -> known ? CompletableFuture.<Void>completedFuture(null) : act(notice));
    }

    private CompletionStage<Void> act(Notice notice) {
        return switch (notice) {
            case Notice.Paid paid ->
                CompletableFuture.supplyAsync(() -> due(paid), blocking)
                        .thenCompose(due -> due ? pay(paid) : refuse(paid, "It is not what was asked for."));
            case Notice.RefundFailed failed ->
                CompletableFuture.runAsync(() -> fail(failed), blocking)
                        .thenCompose(done -> note(failed, Outcomes.REFUND_FAILED));
            case Notice.Other other -> note(other, Outcomes.NOTED);
        };
    }

    /** Whether it is the amount that was asked for, where it was asked for. */
    private boolean due(Notice.Paid paid) {
        return checkouts
                .find(paid.drop(), paid.claim())
                .filter(open -> open.checkout().equals(paid.checkout()))
                .filter(open -> open.amount().equals(paid.amount()))
                .isPresent();
    }

    private CompletionStage<Void> pay(Notice.Paid paid) {
        return drops.ask(paid.drop(), new Pay(paid.claim(), paid.payment())).thenCompose(outcome -> switch (outcome) {
            case Outcome.Accepted<?> accepted -> note(paid, Outcomes.PAID);
            case Outcome.Refused<?> refused -> refuse(paid, refused.refusal().detail());
        });
    }

    private CompletionStage<Void> refuse(Notice.Paid paid, String why) {
        log.warn(
                "A payment for claim {} of drop {} is given back: {}",
                paid.claim().value(),
                paid.drop().value(),
                why);
        return CompletableFuture.runAsync(
                        () -> database.useHandle(db -> Once.insert(() -> {
                            new Dues(db, paid.drop(), paid.claim(), clock.instant())
                                    .refundWhole(paid.payment(), paid.amount());
                            return 1;
                        })),
                        blocking)
                .thenCompose(done -> note(paid, Outcomes.REFUNDED));
    }

    private void fail(Notice.RefundFailed failed) {
        if (refunds.fail(failed.due(), failed.reason())) {
            log.warn("The refund {} has failed at the provider: {}", failed.due(), failed.reason());
        }
    }

    private boolean known(Notice notice) {
        return database.withHandle(db -> db.createQuery("SELECT COUNT(*) FROM payment_event WHERE event = :event")
                        .bind("event", notice.event())
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** Last, so that what ends halfway is told and done again; each step of it may be. */
    private CompletionStage<Void> note(Notice notice, Outcomes outcome) {
        return CompletableFuture.runAsync(
                () -> database.useHandle(db ->
                        Once.insert(() -> db.createUpdate("INSERT INTO payment_event (event, type, outcome, heard_at)"
                                        + " VALUES (:event, :type, :outcome, :now)")
                                .bind("event", notice.event())
                                .bind("type", notice.type())
                                .bind("outcome", outcome.name())
                                .bind("now", clock.millis())
                                .execute())),
                blocking);
    }
}
