package downbeat.classes.live.relay;

import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.ActorContext;
import downbeat.classes.live.bio.BioRow;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Row;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.classes.live.report.RelayTally;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a relay tells the sequencer, in the name of its PoP. Owned by one actor. */
final class Dispatches {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ActorContext<RelayMessage> context;
    private final PopId pop;
    private final RecipientRef<SequencerMessage> sequencer;
    private final Ticker ticker;

    Dispatches(ActorContext<RelayMessage> context, PopId pop, RecipientRef<SequencerMessage> sequencer, Ticker ticker) {
        this.context = context;
        this.pop = pop;
        this.sequencer = sequencer;
        this.ticker = ticker;
    }

    /**
     * A sign of life, and a probe of the sequencer's clock.
     *
     * @param copy null while there is none: the sequencer then sends a whole one
     */
    void here(@Nullable Copy copy) {
        var held = copy == null ? null : copy.position();
        sequencer.tell(new SequencerMessage.Here(pop, held, ticker.nanos(), context.getSelf()));
    }

    /** @param all whether nobody else is here */
    void present(List<Row> rows, boolean all) {
        sequencer.tell(new SequencerMessage.Present(pop, rows, all));
    }

    void shared(List<BioRow> rows) {
        sequencer.tell(new SequencerMessage.Bio(pop, rows));
    }

    void measured(RelayTally tally) {
        sequencer.tell(new SequencerMessage.Measured(pop, tally));
    }

    /** Somebody's command. The answer, or that none came in time, is heard as {@link Felt.Answered}. */
    void command(Link link, RelayMessage.Command message) {
        context.ask(
                LiveAnswer.class,
                sequencer,
                PATIENCE,
                replyTo -> new SequencerMessage.Do(message.command(), link.joiner(), replyTo),
                (answer, late) -> new Felt.Answered(message.socket(), message.id(), message.verb(), answer));
    }
}
