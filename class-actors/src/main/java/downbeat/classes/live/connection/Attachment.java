package downbeat.classes.live.connection;

import akka.actor.typed.ActorRef;
import akka.actor.typed.RecipientRef;
import downbeat.classes.live.log.Cursor;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.log.Step;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.ConnectionMessage.Attached;
import downbeat.classes.live.message.ConnectionMessage.CueFrame;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.RelayMessage;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A device's tie to its relay: asks to be attached until it is, notices a relay that fell silent, and judges which cues are
 * next. Times are monotonic nanoseconds.
 */
final class Attachment {
    /** Between two attempts. */
    static final Duration RETRY = Duration.ofSeconds(1);

    /** Without an answer for this long, nobody is there. */
    static final Duration GIVE_UP = Duration.ofSeconds(10);

    /** A relay that says nothing for this long may have forgotten us: it sends its clock every second. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    private final Joiner joiner;
    private final String device;
    private final @Nullable Position resume;
    private final RecipientRef<RelayMessage> relay;
    private final ActorRef<ConnectionMessage> self;
    private @Nullable Cursor cursor;
    private boolean asking;
    private boolean queued;
    private long askingSince;
    private long askedAt;
    private long askedFrom;
    private long heardAt;

    Attachment(
            Joiner joiner, Frame.Connect connect, RecipientRef<RelayMessage> relay, ActorRef<ConnectionMessage> self) {
        this.joiner = joiner;
        this.device = connect.device();
        this.resume = connect.resume();
        this.relay = relay;
        this.self = self;
    }

    Joiner joiner() {
        return joiner;
    }

    /** Whether the device was told of its connection. */
    boolean established() {
        return cursor != null;
    }

    void tell(RelayMessage message) {
        relay.tell(message);
    }

    /** Begins to ask, unless it is being asked already. */
    void ask(long nanos, List<Long> unacked) {
        if (!asking) {
            asking = true;
            askingSince = nanos;
            attach(nanos, unacked);
        }
    }

    /** The relay lets the device wait for its turn: it need not be asked again as long as it says something. */
    void queued(long nanos) {
        if (!established()) {
            queued = true;
            askingSince = nanos;
        }
    }

    boolean queued() {
        return queued;
    }

    /** @return false when it was asked for too long */
    boolean tick(long nanos, Supplier<List<Long>> unacked) {
        if (queued && nanos - heardAt > SILENCE.toNanos()) {
            queued = false;
            askingSince = nanos;
        }
        if (queued) {
            return true;
        }
        if (!asking && nanos - heardAt > SILENCE.toNanos()) {
            ask(nanos, unacked.get());
        } else if (asking && nanos - askedAt >= RETRY.toNanos()) {
            attach(nanos, unacked.get());
        }
        return !asking || nanos - askingSince < GIVE_UP.toNanos();
    }

    void heard(long nanos) {
        heardAt = nanos;
    }

    /**
     * The relay has us.
     *
     * @return false when its log does not go on from what the device holds: the device must come back with its position
     */
    boolean attached(Attached by) {
        var held = cursor;
        var position = by.position();
        asking = false;
        queued = false;
        if (held == null) {
            cursor = Cursor.at(position);
            return true;
        }
        cursor = new Cursor(held.epoch(), Math.max(held.gen(), position.gen()), held.offset());
        return position.epoch().equals(held.epoch()) && position.offset() == askedFrom;
    }

    /** What the cue is to the device; the next one is thereby taken. */
    Step step(CueFrame cue) {
        var held = cursor;
        if (held == null) {
            return Step.HELD;
        }
        var step = held.step(cue.epoch(), cue.gen(), cue.offset());
        if (step == Step.NEXT) {
            cursor = held.taken(cue.gen(), cue.offset());
        }
        return step;
    }

    /** @return false when the device holds cues that the new writer does not */
    boolean moved(long gen, long to) {
        var held = cursor;
        if (held == null) {
            return true;
        }
        if (gen > held.gen() && held.offset() > to) {
            return false;
        }
        cursor = held.rewound(gen, to);
        return true;
    }

    private void attach(long nanos, List<Long> unacked) {
        askedAt = nanos;
        var held = cursor;
        askedFrom = held == null ? 0 : held.offset();
        relay.tell(
                held == null
                        ? new RelayMessage.Attach(joiner, device, resume, false, List.of(), self)
                        : new RelayMessage.Attach(joiner, device, held.position(), true, unacked, self));
    }
}
