package downbeat.classes.live.message;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.bio.BioRow;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.report.RelayTally;
import downbeat.cluster.wire.Message;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.PopId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sequencer is told. */
public sealed interface SequencerMessage extends Message {

    /** A trainer's, a member's or the house's command. */
    record Do(LiveCommand command, @Nullable Joiner by, ActorRef<LiveAnswer> replyTo) implements SequencerMessage {}

    /**
     * A relay is there, has this much of the log, and asks the time. Sent every second; a sequencer that does not know
     * the relay, or knows it to lack something, welcomes it.
     *
     * @param held null while the relay has nothing
     * @param nanos the relay's monotonic clock when it asked
     */
    record Here(PopId pop, @Nullable Position held, long nanos, ActorRef<RelayMessage> relay)
            implements SequencerMessage {}

    /**
     * Presence at one relay changed, or the relay lists all it has.
     *
     * @param all whether members not listed are gone
     */
    record Present(PopId pop, List<Row> rows, boolean all) implements SequencerMessage {
        public Present {
            rows = List.copyOf(rows);
        }
    }

    /** What one relay has measured since the class began there; cumulative, sent every second. */
    record Measured(PopId pop, RelayTally tally) implements SequencerMessage {}

    /** What those who share show at one relay, sent once a second. */
    record Bio(PopId pop, List<BioRow> rows) implements SequencerMessage {
        public Bio {
            rows = List.copyOf(rows);
        }
    }

    /** Tells what there is to see. */
    record Show(ActorRef<LiveCard> replyTo) implements SequencerMessage {}

    /** What a sequencer tells itself; never leaves the node. */
    non-sealed interface Inside extends SequencerMessage {}

    /**
     * Somebody is about to be handed a join token: answered with {@link LiveAnswer.Done} when the class can be joined.
     *
     * @param member who is counted as having asked to join; null for those who do not take part
     */
    record Expect(@Nullable ParticipantId member, ActorRef<LiveAnswer> replyTo) implements SequencerMessage {}

    /** What devices should fetch ahead is no longer what it was. */
    record AssetsChanged() implements SequencerMessage {}

    /**
     * How a drop of the class goes. Said again every so often while it is pending, for a sequencer that is new.
     *
     * @param drop its id
     * @param json an object of the wire protocol
     * @param pending whether members have still to claim: the class does not send them home meanwhile
     */
    record DropNews(String drop, String json, boolean pending) implements SequencerMessage {}

    /** Who is in the room is no longer who was. */
    record RoomChanged() implements SequencerMessage {}
}
