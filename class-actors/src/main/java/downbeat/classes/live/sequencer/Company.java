package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.kernel.ClassId;

/**
 * Who is in the room with the trainer. Read when the sequencer begins and whenever it is told of a change, and read again
 * until it could be; never journaled, for the class itself keeps it. Owned by one actor.
 */
final class Company {
    private final ActorContext<SequencerMessage> context;
    private final ClassId classId;
    private final ClassDesk desk;
    private final Freshness known = new Freshness();
    private int unnamed;

    Company(ActorContext<SequencerMessage> context, ClassId classId, ClassDesk desk) {
        this.context = context;
        this.classId = classId;
        this.desk = desk;
    }

    /** Somebody came in or went out. */
    void changed() {
        known.lost();
        refresh();
    }

    /** Reads who is there unless what is known is good or being read; called every second. */
    void refresh() {
        if (known.toRead()) {
            context.pipeToSelf(desk.room(classId), (read, failure) -> new Heard.RoomRead(read));
        }
    }

    /** Takes what was read: names go into the roster, the others are only counted. */
    void read(Heard.RoomRead heard, Presence presence, RelayLinks relays) {
        var now = heard.room();
        known.read(now != null);
        if (now == null) {
            return;
        }
        presence.room(now.people());
        if (now.unnamed() != unnamed) {
            unnamed = now.unnamed();
            relays.tell(new RelayMessage.Room(unnamed));
        }
        refresh();
    }

    /** Tells a relay that has just been welcomed. */
    void tell(ActorRef<RelayMessage> relay) {
        relay.tell(new RelayMessage.Room(unnamed));
    }
}
