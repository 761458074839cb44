package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.StashBuffer;
import downbeat.classes.live.clock.ClassClock;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.kernel.ClassId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of every sequencer: reads the journal, carries class time on and takes the next gen. What others say
 * meanwhile waits; dies with the journal.
 */
final class Recovery {
    private static final int PATIENT = 10_000;

    private final Ticker ticker;
    private final ActorRef<Heard.Write> journal;
    private final StashBuffer<SequencerMessage> stash;
    private final Ready ready;

    /** What a sequencer is when it has recovered. */
    interface Ready {
        /** @param clock null while the lobby is not open */
        Behavior<SequencerMessage> sequencer(Score score, @Nullable ClassClock clock, ActorRef<Heard.Write> journal);
    }

    private Recovery(Ticker ticker, ActorRef<Heard.Write> journal, StashBuffer<SequencerMessage> stash, Ready ready) {
        this.ticker = ticker;
        this.journal = journal;
        this.stash = stash;
        this.ready = ready;
    }

    static Behavior<SequencerMessage> of(ClassId classId, Ticker ticker, Ready ready) {
        return Behaviors.withStash(
                PATIENT,
                stash -> Behaviors.setup(context -> {
                    var journal = context.spawn(CueJournal.of(classId, context.getSelf()), "journal");
                    context.watch(journal);
                    return new Recovery(ticker, journal, stash, ready).reading();
                }));
    }

    private Behavior<SequencerMessage> reading() {
        return patiently(Heard.Recovered.class, recovered -> takingOver(recovered.score()));
    }

    /** A new gen is in the journal before anything is issued in it: else a crash could give it to two writers. */
    private Behavior<SequencerMessage> takingOver(Score score) {
        if (!score.open()) {
            return go(score, null);
        }
        var clock = score.mark()
                .map(mark -> ClassClock.carryOn(mark, score.newest(), ticker))
                .orElseGet(() -> ClassClock.open(ticker));
        if (score.ended().isPresent()) {
            return go(score, clock);
        }
        LiveFact taken = new LiveFact.GenTaken(score.log().gen() + 1, clock.mark());
        return Behaviors.setup(context -> {
            score.apply(taken);
            journal.tell(new Heard.Write(List.of(taken), context.getSelf()));
            return patiently(Heard.Written.class, written -> go(score, clock));
        });
    }

    private Behavior<SequencerMessage> go(Score score, @Nullable ClassClock clock) {
        return stash.unstashAll(ready.sequencer(score, clock, journal));
    }

    private <M extends SequencerMessage> Behavior<SequencerMessage> patiently(
            Class<M> awaited, Function<M, Behavior<SequencerMessage>> then) {
        return Behaviors.receive(SequencerMessage.class)
                .onMessage(awaited, then::apply)
                .onAnyMessage(message -> {
                    if (!stash.isFull()) {
                        stash.stash(message);
                    }
                    return Behaviors.same();
                })
                .onSignal(Terminated.class, gone -> Behaviors.stopped())
                .build();
    }
}
