package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import downbeat.classes.live.message.NextClass;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.kernel.ClassId;
import org.jspecify.annotations.Nullable;

/** The class that follows this one: found out when this one closes, and told to everybody. Owned by one actor. */
final class Sequel {
    private final ActorContext<SequencerMessage> context;
    private final ClassId classId;
    private final ClassDesk desk;
    private @Nullable NextClass next;

    Sequel(ActorContext<SequencerMessage> context, ClassId classId, ClassDesk desk) {
        this.context = context;
        this.classId = classId;
        this.desk = desk;
    }

    /** The class closes. The answer comes as {@link Heard.NextFound}. */
    void ask() {
        context.pipeToSelf(
                desk.next(classId), (found, failure) -> new Heard.NextFound(found == null ? null : found.orElse(null)));
    }

    void found(Heard.NextFound found, RelayLinks relays) {
        next = found.next();
        if (next != null) {
            relays.tell(new RelayMessage.Next(next));
        }
    }

    /** Tells a relay that has just been welcomed. */
    void tell(ActorRef<RelayMessage> relay) {
        if (next != null) {
            relay.tell(new RelayMessage.Next(next));
        }
    }
}
