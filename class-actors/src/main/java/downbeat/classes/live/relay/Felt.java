package downbeat.classes.live.relay;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.RelayMessage;
import org.jspecify.annotations.Nullable;

/** What a relay hears from its timers and of its connections' commands. */
sealed interface Felt extends RelayMessage.Inside {

    record Second() implements Felt {}

    /** Time to ask the sequencer for its time again, soon after the start. */
    record Probe() implements Felt {}

    /** Time to see whose turn it is to be let in. */
    record Admission() implements Felt {}

    /** A socket ended without saying so. */
    record Gone(ActorRef<ConnectionMessage> socket) implements Felt {}

    /** A socket ended, and its last words did not come in time. */
    record Silent(ActorRef<ConnectionMessage> socket) implements Felt {}

    /** @param answer null when the sequencer did not answer */
    record Answered(
            ActorRef<ConnectionMessage> socket,
            @Nullable Long id,
            String verb,
            @Nullable LiveAnswer answer) implements Felt {}
}
