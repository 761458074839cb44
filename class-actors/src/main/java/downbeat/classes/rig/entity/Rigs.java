package downbeat.classes.rig.entity;

import akka.Done;
import downbeat.classes.rig.domain.Rig;
import downbeat.classes.rig.domain.RigCommand;
import downbeat.classes.rig.domain.RigDecider;
import downbeat.classes.rig.domain.RigEvent;
import downbeat.classes.rig.domain.RigRefusal;
import downbeat.classes.rig.domain.RigReply;
import downbeat.cluster.entity.Aggregate;
import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.kernel.AccountId;
import downbeat.kernel.Outcome;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The rigs of all trainers; each trainer has one. */
public final class Rigs {
    public static final Aggregate<RigCommand, RigEvent, Rig, RigReply, RigCard> AGGREGATE = new Aggregate<
                    RigCommand, RigEvent, Rig, RigReply, RigCard>(
                    "rig",
                    RigCommand.class,
                    RigEvent.class,
                    Rig.class,
                    RigReply.class,
                    RigCard.class,
                    RigRefusal.class,
                    new RigDecider(),
                    Rigs::card)
            .ofPeople();

    private final AggregateClient<AccountId, RigCommand, RigReply, RigCard> client;

    public Rigs(AggregateClient<AccountId, RigCommand, RigReply, RigCard> client) {
        this.client = client;
    }

    public CompletionStage<Outcome<RigReply>> ask(AccountId trainer, RigCommand command) {
        return client.ask(trainer, command);
    }

    public CompletionStage<Outcome<RigReply>> ask(AccountId trainer, RigCommand command, IdempotencyKey key) {
        return client.ask(trainer, command, key);
    }

    /** Makes an end of everything that is stored of a trainer's. */
    public CompletionStage<Done> erase(AccountId trainer) {
        return client.erase(trainer);
    }

    /** Empty for one that was never checked. */
    public CompletionStage<Optional<RigCard>> show(AccountId trainer) {
        return client.show(trainer);
    }

    private static Optional<RigCard> card(Rig state) {
        return state instanceof Rig.Checked checked ? Optional.of(new RigCard(checked.newest())) : Optional.empty();
    }
}
