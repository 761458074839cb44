package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.kernel.ClassId;
import org.jspecify.annotations.Nullable;

/**
 * What the class's devices should fetch ahead. Read when the sequencer begins and whenever it is told of a change, and read
 * again until it could be; never journaled, for the list itself is what lasts. Owned by one actor.
 */
final class Luggage {
    private final ActorContext<SequencerMessage> context;
    private final ClassId classId;
    private final ClassDesk desk;
    private final Freshness known = new Freshness();
    private @Nullable String json;

    Luggage(ActorContext<SequencerMessage> context, ClassId classId, ClassDesk desk) {
        this.context = context;
        this.classId = classId;
        this.desk = desk;
    }

    /** The list has changed. */
    void changed() {
        known.lost();
        refresh();
    }

    /** Reads the list unless what is known is good or being read; called every second. */
    void refresh() {
        if (known.toRead()) {
            context.pipeToSelf(desk.assets(classId), (read, failure) -> new Heard.Packed(read));
        }
    }

    /** Takes what was read, and tells the relays what is new. */
    void packed(Heard.Packed packed, RelayLinks relays) {
        var read = packed.json();
        known.read(read != null);
        if (read == null) {
            return;
        }
        if (!read.equals(json)) {
            json = read;
            relays.tell(new RelayMessage.Assets(read));
        }
        refresh();
    }

    /** Tells a relay that has just been welcomed. */
    void tell(ActorRef<RelayMessage> relay) {
        if (json != null) {
            relay.tell(new RelayMessage.Assets(json));
        }
    }
}
