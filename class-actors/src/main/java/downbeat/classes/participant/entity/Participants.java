package downbeat.classes.participant.entity;

import akka.Done;
import downbeat.classes.participant.domain.Consent;
import downbeat.classes.participant.domain.Participant;
import downbeat.classes.participant.domain.ParticipantCommand;
import downbeat.classes.participant.domain.ParticipantDecider;
import downbeat.classes.participant.domain.ParticipantEvent;
import downbeat.classes.participant.domain.ParticipantRefusal;
import downbeat.classes.participant.domain.ParticipantReply;
import downbeat.cluster.entity.Aggregate;
import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Seen;
import downbeat.kernel.Cell;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** All participants, wherever in the cluster they live. */
public final class Participants {
    public static final Aggregate<ParticipantCommand, ParticipantEvent, Participant, ParticipantReply, ParticipantCard>
            AGGREGATE = new Aggregate<
                            ParticipantCommand, ParticipantEvent, Participant, ParticipantReply, ParticipantCard>(
                            "participant",
                            ParticipantCommand.class,
                            ParticipantEvent.class,
                            Participant.class,
                            ParticipantReply.class,
                            ParticipantCard.class,
                            ParticipantRefusal.class,
                            new ParticipantDecider(),
                            Participants::card)
                    .ofPeople();

    private final AggregateClient<ParticipantId, ParticipantCommand, ParticipantReply, ParticipantCard> client;

    public Participants(AggregateClient<ParticipantId, ParticipantCommand, ParticipantReply, ParticipantCard> client) {
        this.client = client;
    }

    /** Makes an end of everything that is stored of somebody. */
    public CompletionStage<Done> erase(ParticipantId id) {
        return client.erase(id);
    }

    public CompletionStage<Outcome<ParticipantReply>> ask(ParticipantId id, ParticipantCommand command) {
        return client.ask(id, command);
    }

    public CompletionStage<Outcome<ParticipantReply>> ask(
            ParticipantId id, ParticipantCommand command, IdempotencyKey key) {
        return client.ask(id, command, key);
    }

    /** Edits the profile that its author has seen: all parts or none. */
    public CompletionStage<Outcome<ParticipantReply>> edit(
            ParticipantId id, List<ParticipantCommand> parts, Seen seen) {
        return client.ask(id, new ParticipantCommand.Together(parts), seen);
    }

    /** Empty for somebody who never registered. */
    public CompletionStage<Optional<ParticipantCard>> show(ParticipantId id) {
        return client.show(id);
    }

    public CompletionStage<Outcome<ParticipantReply>> register(ParticipantId id, String name) {
        return ask(id, new ParticipantCommand.Register(name));
    }

    public CompletionStage<Outcome<ParticipantReply>> giveConsent(ParticipantId id, Consent consent) {
        return ask(id, new ParticipantCommand.GiveConsent(consent));
    }

    public CompletionStage<Outcome<ParticipantReply>> withdrawConsent(ParticipantId id, Consent consent) {
        return ask(id, new ParticipantCommand.WithdrawConsent(consent));
    }

    /** @param home of resolution 7 at most; needs the consent {@link Consent#LOCATION} */
    public CompletionStage<Outcome<ParticipantReply>> setHome(ParticipantId id, Cell home) {
        return ask(id, new ParticipantCommand.SetHome(home));
    }

    private static Optional<ParticipantCard> card(Participant state) {
        if (!(state instanceof Participant.Known known)) {
            return Optional.empty();
        }
        int came = (int) known.attended().values().stream()
                .filter(attendance -> attendance.outcome().joined())
                .count();
        return Optional.of(new ParticipantCard(
                known.name(),
                known.memberSince(),
                known.consents(),
                known.home(),
                List.copyOf(known.bookings().keySet()),
                came));
    }
}
