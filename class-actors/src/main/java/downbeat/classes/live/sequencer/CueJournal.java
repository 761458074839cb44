package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.SignalHandler;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.kernel.ClassId;

/**
 * Writes what the sequencer has long sent. Never holds more than one row: the sequencer waits for {@link Heard.Written}.
 * Without snapshots: a class is at most some ten thousand facts, read in a second.
 */
final class CueJournal extends EventSourcedBehavior<Heard.Write, JournalRow, CueJournal.Reading> {
    private final ActorRef<SequencerMessage> sequencer;

    /** The score while it is read; afterwards it belongs to the sequencer and is not touched here. */
    static final class Reading {
        private final Score score = new Score();
        private boolean over;
    }

    private CueJournal(ClassId classId, ActorRef<SequencerMessage> sequencer) {
        super(PersistenceId.of("cue-log", classId.value()));
        this.sequencer = sequencer;
    }

    static Behavior<Heard.Write> of(ClassId classId, ActorRef<SequencerMessage> sequencer) {
        return new CueJournal(classId, sequencer);
    }

    @Override
    public Reading emptyState() {
        return new Reading();
    }

    @Override
    public CommandHandler<Heard.Write, JournalRow, Reading> commandHandler() {
        return newCommandHandlerBuilder()
                .forAnyState()
                .onCommand(
                        Heard.Write.class,
                        (reading, write) -> Effect()
                                .persist(JournalRow.of(write.facts()))
                                .thenRun(written -> write.replyTo().tell(new Heard.Written())))
                .build();
    }

    @Override
    public EventHandler<Reading, JournalRow> eventHandler() {
        return (reading, row) -> {
            if (!reading.over) {
                row.facts().forEach(reading.score::apply);
            }
            return reading;
        };
    }

    @Override
    public SignalHandler<Reading> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(RecoveryCompleted.instance(), reading -> {
                    reading.over = true;
                    sequencer.tell(new Heard.Recovered(reading.score));
                })
                .build();
    }
}
