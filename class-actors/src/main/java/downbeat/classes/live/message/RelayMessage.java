package downbeat.classes.live.message;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.bio.Sheet;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.GenStart;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.quality.Rung;
import downbeat.classes.live.report.AckBatch;
import downbeat.classes.plan.CuePlan;
import downbeat.cluster.wire.Message;
import downbeat.kernel.ParticipantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a relay is told. */
public sealed interface RelayMessage extends Message {

    // ---- by the sequencer

    /**
     * Everything a relay needs: the gens, the cues it lacks, the state.
     *
     * @param after the cues continue the relay's log from here; what it holds above is forgotten
     * @param fresh the relay's own log is of no use: {@code cues} is the whole window
     */
    record Welcome(
            String epoch,
            List<GenStart> gens,
            long after,
            boolean fresh,
            List<Cue> cues,
            CuePlan plan,
            ClassState state,
            List<RaisedHand> hands,
            List<Row> roster,
            @Nullable AskTally ask,
            List<Wish> wishes)
            implements RelayMessage {
        /** @param wishes null from a node that does not know of them */
        public Welcome(
                String epoch,
                List<GenStart> gens,
                long after,
                boolean fresh,
                List<Cue> cues,
                CuePlan plan,
                ClassState state,
                List<RaisedHand> hands,
                List<Row> roster,
                @Nullable AskTally ask,
                @Nullable List<Wish> wishes) {
            this.epoch = epoch;
            this.gens = List.copyOf(gens);
            this.after = after;
            this.fresh = fresh;
            this.cues = List.copyOf(cues);
            this.plan = plan;
            this.state = state;
            this.hands = List.copyOf(hands);
            this.roster = List.copyOf(roster);
            this.ask = ask;
            this.wishes = wishes == null ? List.of() : List.copyOf(wishes);
        }
    }

    /**
     * New cues, in order.
     *
     * @param state after them
     */
    record Issued(List<Cue> cues, ClassState state) implements RelayMessage {
        public Issued {
            cues = List.copyOf(cues);
        }
    }

    /** The answer to {@link SequencerMessage.Here}: class time {@code t} when asked at {@code nanos}. */
    record Time(long nanos, ClassTime t, ClockMark mark, Position head) implements RelayMessage {}

    record Hands(List<RaisedHand> hands) implements RelayMessage {
        public Hands {
            hands = List.copyOf(hands);
        }
    }

    /** @param rows that changed */
    record Roster(List<Row> rows) implements RelayMessage {
        public Roster {
            rows = List.copyOf(rows);
        }
    }

    /** @param unnamed people in the room of whom nobody knows who they are */
    record Room(int unnamed) implements RelayMessage {}

    record Asked(@Nullable AskTally ask) implements RelayMessage {}

    /** What the trainer reads, merged over all relays; a JSON object of the wire protocol. */
    record Gauge(String json) implements RelayMessage {}

    /**
     * How the live check goes.
     *
     * @param json a JSON object of the wire protocol
     * @param unheard members who did not hear it, once it is over
     */
    record Checks(String json, List<ParticipantId> unheard) implements RelayMessage {
        /** @param unheard null from a node that does not tell */
        public Checks(String json, @Nullable List<ParticipantId> unheard) {
            this.json = json;
            this.unheard = unheard == null ? List.of() : List.copyOf(unheard);
        }
    }

    /** How the class does, merged over all relays. */
    record Bio(Sheet sheet) implements RelayMessage {}

    /** @param wishes that changed */
    record Wishes(List<Wish> wishes) implements RelayMessage {
        public Wishes {
            wishes = List.copyOf(wishes);
        }
    }

    /** Where members go on to; said when the class closes. */
    record Next(NextClass next) implements RelayMessage {}

    /** How the drops of the class go; a JSON object of the wire protocol. */
    record Drops(String json) implements RelayMessage {}

    /** What devices should fetch ahead; a JSON object of the wire protocol. */
    record Assets(String json) implements RelayMessage {}

    /** There is no such class, or it has ended. */
    record Over() implements RelayMessage {}

    /** What a relay tells itself; never leaves the node. */
    non-sealed interface Inside extends RelayMessage {}

    // ---- by a connection

    /**
     * A device arrives, or comes back after its relay was lost.
     *
     * @param resume the position the device holds; null on a first visit
     * @param again whether the device has been told of its connection already (the relay is new, not the device)
     * @param unacked offsets sent to the device on this socket and not acked, when {@code again}
     */
    record Attach(
            Joiner joiner,
            String device,
            @Nullable Position resume,
            boolean again,
            List<Long> unacked,
            ActorRef<ConnectionMessage> socket)
            implements RelayMessage {
        public Attach {
            unacked = List.copyOf(unacked);
        }
    }

    /**
     * The device is gone.
     *
     * @param unacked offsets it was sent and has not acked
     */
    record Detach(
            ActorRef<ConnectionMessage> socket,
            List<Long> unacked,
            @Nullable AckBatch last) implements RelayMessage {
        public Detach {
            unacked = List.copyOf(unacked);
        }
    }

    /** A sign of life every second, with what was measured since the last one. */
    record Alive(ActorRef<ConnectionMessage> socket, AckBatch batch, Vitals vitals) implements RelayMessage {
        /** @param vitals null from a node that does not know of them */
        public Alive(ActorRef<ConnectionMessage> socket, AckBatch batch, @Nullable Vitals vitals) {
            this.socket = socket;
            this.batch = batch;
            this.vitals = vitals == null ? Vitals.NONE : vitals;
        }
    }

    /** What a member's sensors say now; a connection says it at most twice a second, and the rest with its sign of life. */
    record Sensed(ActorRef<ConnectionMessage> socket, Reading reading) implements RelayMessage {}

    /**
     * A device's command.
     *
     * @param id of the frame; null when no reply is wanted
     */
    record Command(
            ActorRef<ConnectionMessage> socket, @Nullable Long id, String verb, LiveCommand command)
            implements RelayMessage {}

    /**
     * A member pins this device to a rung, never to be above it. Said again when the relay is another.
     *
     * @param id of the frame; null when no reply is wanted
     * @param rung null takes the pin away
     */
    record Pin(
            ActorRef<ConnectionMessage> socket,
            @Nullable Long id,
            @Nullable Rung rung) implements RelayMessage {}

    /** A connection on another machine asks the time. */
    record AskTime(long nanos, ActorRef<ConnectionMessage> socket) implements RelayMessage {}

    /** The roster's changes overflowed at a connection: it needs the whole. */
    record AskRoster(ActorRef<ConnectionMessage> socket) implements RelayMessage {}

    /** A device leaves on purpose: it gives up its place, in the queue or in the class. */
    record GiveUp(ActorRef<ConnectionMessage> socket) implements RelayMessage {}
}
