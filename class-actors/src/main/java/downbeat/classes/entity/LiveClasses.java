package downbeat.classes.entity;

import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.LiveClass;
import downbeat.classes.domain.LiveClassCommand;
import downbeat.classes.domain.LiveClassDecider;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.LiveClassRefusal;
import downbeat.classes.domain.LiveClassReply;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.live.report.ClassReport;
import downbeat.cluster.entity.Aggregate;
import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.entity.Seen;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** All classes, wherever in the cluster they live. */
public final class LiveClasses {
    public static final Aggregate<LiveClassCommand, LiveClassEvent, LiveClass, LiveClassReply, ClassCard> AGGREGATE =
            new Aggregate<>(
                    "live-class",
                    LiveClassCommand.class,
                    LiveClassEvent.class,
                    LiveClass.class,
                    LiveClassReply.class,
                    ClassCard.class,
                    LiveClassRefusal.class,
                    new LiveClassDecider(),
                    Showing::card);

    private final AggregateClient<ClassId, LiveClassCommand, LiveClassReply, ClassCard> client;

    public LiveClasses(AggregateClient<ClassId, LiveClassCommand, LiveClassReply, ClassCard> client) {
        this.client = client;
    }

    public CompletionStage<Outcome<LiveClassReply>> ask(ClassId id, LiveClassCommand command) {
        return client.ask(id, command);
    }

    public CompletionStage<Outcome<LiveClassReply>> ask(ClassId id, LiveClassCommand command, IdempotencyKey key) {
        return client.ask(id, command, key);
    }

    /** The same for an edit of what its author has seen. */
    public CompletionStage<Outcome<LiveClassReply>> ask(ClassId id, LiveClassCommand command, Seen seen) {
        return client.ask(id, command, seen);
    }

    /** Empty when there is no such class. */
    public CompletionStage<Optional<ClassCard>> show(ClassId id) {
        return client.show(id);
    }

    /** The same once it has this fact of its own. */
    public CompletionStage<Optional<ClassCard>> show(ClassId id, Recorded<?> fact) {
        return client.show(id, fact);
    }

    public CompletionStage<Outcome<LiveClassReply>> draft(ClassId id, AccountId trainer, ClassDetails details) {
        return ask(id, new LiveClassCommand.Draft(trainer, details));
    }

    public CompletionStage<Outcome<LiveClassReply>> openLobby(ClassId id) {
        return ask(id, new LiveClassCommand.OpenLobby());
    }

    public CompletionStage<Outcome<LiveClassReply>> begin(ClassId id) {
        return ask(id, new LiveClassCommand.Begin());
    }

    public CompletionStage<Outcome<LiveClassReply>> close(ClassId id) {
        return ask(id, new LiveClassCommand.Close());
    }

    /** The class is over and this came of it. Twice with the same key is once. */
    public CompletionStage<Outcome<LiveClassReply>> finish(
            ClassId id, List<MemberOutcome> outcomes, ClassReport report, IdempotencyKey key) {
        return ask(id, new LiveClassCommand.FinishClass(outcomes, report), key);
    }
}
