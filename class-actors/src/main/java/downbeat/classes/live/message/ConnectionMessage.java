package downbeat.classes.live.message;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.Position;
import downbeat.cluster.wire.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a connection is told by its relay. Frames are complete JSON texts, rendered once for everybody. */
public sealed interface ConnectionMessage extends Message {

    /**
     * The device is attached.
     *
     * @param body of the {@code connect} reply; the connection adds {@code id}, {@code t} and {@code err}
     * @param position up to which the device holds the log; {@code replay} follows it without a gap
     * @param carried offsets sent over an earlier socket of this device that may still be acked
     */
    record Attached(
            String body, Position position, List<CueFrame> replay, List<Long> carried, ClockMark mark, double err)
            implements ConnectionMessage {
        public Attached {
            replay = List.copyOf(replay);
            carried = List.copyOf(carried);
        }
    }

    /** The device cannot be attached: an error reply, then the close code. */
    record Rejected(String code, String detail, int close) implements ConnectionMessage {}

    /**
     * One cue, ready to send.
     *
     * @param at when it is to be executed; null when at once or withdrawn
     */
    record CueFrame(
            String epoch,
            long gen,
            long offset,
            CueKind kind,
            @Nullable ClassTime at,
            ClassTime issuedAt,
            String frame,
            boolean replay)
            implements ConnectionMessage {}

    /** Cues in one message: one wake-up. */
    record Cues(List<CueFrame> cues) implements ConnectionMessage {
        public Cues {
            cues = List.copyOf(cues);
        }
    }

    /** The newest of a channel; an older one still waiting is replaced. */
    record Latest(Channel channel, String frame) implements ConnectionMessage {}

    /** Changes of the roster; kept in order, and replaced by the whole when they overflow. */
    record RosterChange(String frame, boolean full) implements ConnectionMessage {}

    /**
     * A reply to a command.
     *
     * @param body the JSON value of the verb, or of {@code error}
     */
    record Reply(@Nullable Long id, String verb, String body) implements ConnectionMessage {}

    /** The relay's class time, for a connection on the same machine. */
    record Clock(ClockMark mark, double err) implements ConnectionMessage {}

    /** The answer to {@link RelayMessage.AskTime}. */
    record Time(long nanos, ClassTime t, double err, ClockMark mark) implements ConnectionMessage {}

    /** The device waits for its turn; it may ask for class time meanwhile. Its place comes on {@link Channel#QUEUE}. */
    record Queued(ClockMark mark, double err) implements ConnectionMessage {}

    /** The relay does not know this connection: attach again. */
    record Unknown() implements ConnectionMessage {}

    /** A writer with a higher gen goes on from {@code to}: the device must come back with its position (close 3003). */
    record Moved(long gen, long to) implements ConnectionMessage {}

    /**
     * The end of the socket.
     *
     * @param code close code of the wire protocol
     */
    record Bye(int code, String reason) implements ConnectionMessage {}
}
