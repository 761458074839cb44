package downbeat.drops.entity;

import downbeat.cluster.entity.Aggregate;
import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.entity.ReplyAndView;
import downbeat.cluster.entity.Seen;
import downbeat.drops.domain.Drop;
import downbeat.drops.domain.DropCommand;
import downbeat.drops.domain.DropDecider;
import downbeat.drops.domain.DropEvent;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.DropRefusal;
import downbeat.drops.domain.DropReply;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** All drops, wherever in the cluster they live. */
public final class Drops {
    public static final Aggregate<DropCommand, DropEvent, Drop, DropReply, DropCard> AGGREGATE = new Aggregate<
                    DropCommand, DropEvent, Drop, DropReply, DropCard>(
                    "drop",
                    DropCommand.class,
                    DropEvent.class,
                    Drop.class,
                    DropReply.class,
                    DropCard.class,
                    DropRefusal.class,
                    new DropDecider(),
                    Showing::card)
            .showingTo((state, viewer) -> Showing.card(
                    state, Optional.of(viewer).filter(it -> !it.isEmpty()).map(ParticipantId::new)))
            .ofCrowds();

    private final AggregateClient<DropId, DropCommand, DropReply, DropCard> client;

    public Drops(AggregateClient<DropId, DropCommand, DropReply, DropCard> client) {
        this.client = client;
    }

    public CompletionStage<Outcome<DropReply>> ask(DropId id, DropCommand command) {
        return client.ask(id, command);
    }

    public CompletionStage<Outcome<DropReply>> ask(DropId id, DropCommand command, IdempotencyKey key) {
        return client.ask(id, command, key);
    }

    /** The same with what of the drop concerns the member, as it is once that is done. */
    public CompletionStage<Outcome<ReplyAndView<DropReply, DropCard>>> askAndSee(
            ParticipantId member, DropId id, DropCommand command, Optional<IdempotencyKey> key) {
        return client.askAndSee(id, command, key, member.value());
    }

    /** The same for an edit of what its author has seen. */
    public CompletionStage<Outcome<DropReply>> ask(DropId id, DropCommand command, Seen seen) {
        return client.ask(id, command, seen);
    }

    /** Empty when there is no such drop. */
    public CompletionStage<Optional<DropCard>> show(DropId id) {
        return client.show(id);
    }

    /** The same with nothing of other members; of none for those who are not known. */
    public CompletionStage<Optional<DropCard>> showTo(Optional<ParticipantId> member, DropId id) {
        return client.showTo(id, member.map(ParticipantId::value).orElse(""));
    }

    /** The same once it has this fact of its own. */
    public CompletionStage<Optional<DropCard>> show(DropId id, Recorded<?> fact) {
        return client.show(id, fact);
    }
}
