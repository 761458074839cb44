package downbeat.classes.live.connection;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.message.ConnectionMessage;

/** What those who deal with a device and its relay may ask of the socket between them. */
interface Socket {
    ActorRef<ConnectionMessage> self();

    /** Has the token checked; the answer comes to {@link Hearing#checked}. */
    void check(String token);

    /** Begins to ask the relay for class time, unless it has begun or there is no need. */
    void probe();

    void end(int code, String reason);
}
