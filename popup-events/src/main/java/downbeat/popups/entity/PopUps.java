package downbeat.popups.entity;

import downbeat.cluster.entity.Aggregate;
import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.entity.Seen;
import downbeat.kernel.AccountId;
import downbeat.kernel.Outcome;
import downbeat.popups.domain.PopUp;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.PopUpDecider;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.PopUpRefusal;
import downbeat.popups.domain.PopUpReply;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** All pop-ups, wherever in the cluster they live. */
public final class PopUps {
    public static final Aggregate<PopUpCommand, PopUpEvent, PopUp, PopUpReply, PopUpCard> AGGREGATE = new Aggregate<>(
            "pop-up",
            PopUpCommand.class,
            PopUpEvent.class,
            PopUp.class,
            PopUpReply.class,
            PopUpCard.class,
            PopUpRefusal.class,
            new PopUpDecider(),
            Showing::card);

    private final AggregateClient<PopUpId, PopUpCommand, PopUpReply, PopUpCard> client;

    public PopUps(AggregateClient<PopUpId, PopUpCommand, PopUpReply, PopUpCard> client) {
        this.client = client;
    }

    public CompletionStage<Outcome<PopUpReply>> ask(PopUpId id, PopUpCommand command) {
        return client.ask(id, command);
    }

    public CompletionStage<Outcome<PopUpReply>> ask(PopUpId id, PopUpCommand command, IdempotencyKey key) {
        return client.ask(id, command, key);
    }

    /** The same for an edit of what its author has seen. */
    public CompletionStage<Outcome<PopUpReply>> ask(PopUpId id, PopUpCommand command, Seen seen) {
        return client.ask(id, command, seen);
    }

    /** Empty when there is no such pop-up. */
    public CompletionStage<Optional<PopUpCard>> show(PopUpId id) {
        return client.show(id);
    }

    /** The same once it has this fact of its own. */
    public CompletionStage<Optional<PopUpCard>> show(PopUpId id, Recorded<?> fact) {
        return client.show(id, fact);
    }

    public CompletionStage<Outcome<PopUpReply>> draft(PopUpId id, AccountId organizer, PopUpDetails details) {
        return ask(id, new PopUpCommand.Draft(organizer, details));
    }

    public CompletionStage<Outcome<PopUpReply>> publish(PopUpId id) {
        return ask(id, new PopUpCommand.Publish());
    }
}
