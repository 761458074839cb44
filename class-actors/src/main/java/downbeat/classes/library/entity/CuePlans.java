package downbeat.classes.library.entity;

import downbeat.classes.library.domain.PlanCommand;
import downbeat.classes.library.domain.PlanDecider;
import downbeat.classes.library.domain.PlanEvent;
import downbeat.classes.library.domain.PlanOnFile;
import downbeat.classes.library.domain.PlanRefusal;
import downbeat.classes.library.domain.PlanReply;
import downbeat.classes.plan.CuePlan;
import downbeat.cluster.entity.Aggregate;
import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.kernel.AccountId;
import downbeat.kernel.Outcome;
import downbeat.kernel.PlanId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The cue plans of all trainers. */
public final class CuePlans {
    public static final Aggregate<PlanCommand, PlanEvent, PlanOnFile, PlanReply, PlanCard> AGGREGATE = new Aggregate<>(
            "cue-plan",
            PlanCommand.class,
            PlanEvent.class,
            PlanOnFile.class,
            PlanReply.class,
            PlanCard.class,
            PlanRefusal.class,
            new PlanDecider(),
            CuePlans::card);

    private final AggregateClient<PlanId, PlanCommand, PlanReply, PlanCard> client;

    public CuePlans(AggregateClient<PlanId, PlanCommand, PlanReply, PlanCard> client) {
        this.client = client;
    }

    public CompletionStage<Outcome<PlanReply>> ask(PlanId id, PlanCommand command) {
        return client.ask(id, command);
    }

    public CompletionStage<Outcome<PlanReply>> ask(PlanId id, PlanCommand command, IdempotencyKey key) {
        return client.ask(id, command, key);
    }

    /** Empty for one that never was or was thrown away. */
    public CompletionStage<Optional<PlanCard>> show(PlanId id) {
        return client.show(id);
    }

    public CompletionStage<Outcome<PlanReply>> keep(PlanId id, AccountId owner, String fileName, CuePlan plan) {
        return ask(id, new PlanCommand.Keep(owner, fileName, plan));
    }

    public CompletionStage<Outcome<PlanReply>> discard(PlanId id) {
        return ask(id, new PlanCommand.Discard());
    }

    private static Optional<PlanCard> card(PlanOnFile state) {
        return state instanceof PlanOnFile.Kept kept
                ? Optional.of(new PlanCard(kept.owner(), kept.fileName(), kept.plan(), kept.keptAt()))
                : Optional.empty();
    }
}
