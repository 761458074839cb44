package downbeat.classes.live.relay;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.RelayMessage;
import java.util.List;

/** Devices become attached and cease to be, and the sequencer is told which members are here. Owned by one actor. */
final class Attendance {
    private final ActorContext<RelayMessage> context;
    private final Links links;
    private final Hosts hosts;
    private final Dispatches dispatches;

    Attendance(ActorContext<RelayMessage> context, Links links, Hosts hosts, Dispatches dispatches) {
        this.context = context;
        this.links = links;
        this.hosts = hosts;
        this.dispatches = dispatches;
    }

    /** The end of the socket is heard as {@link Felt.Gone}. */
    void watch(ActorRef<ConnectionMessage> socket) {
        context.watchWith(socket, new Felt.Gone(socket));
    }

    void attach(Copy copy, RelayMessage.Attach attach) {
        var link = new Link(attach.joiner(), attach.device(), attach.socket());
        if (links.find(attach.socket()).isEmpty()) {
            watch(attach.socket());
        }
        links.add(link).ifPresent(this::replaced);
        hosts.greet(copy, attach, link);
        present(link);
    }

    /** An older socket of the same device: the device is on the new one. */
    private void replaced(Link old) {
        context.unwatch(old.socket());
        old.socket().tell(new ConnectionMessage.Bye(1000, "this device has connected again"));
    }

    /** The socket ended; nothing happens if it was not attached. */
    void detach(ActorRef<ConnectionMessage> socket, List<Long> unacked, long nanos) {
        links.remove(socket).ifPresent(link -> {
            context.unwatch(socket);
            hosts.part(link, unacked, nanos);
            present(link);
        });
    }

    private void present(Link link) {
        if (link.member()) {
            dispatches.present(List.of(links.row(link)), false);
        }
    }

    /** All members who are here, whatever was told before. */
    void list() {
        dispatches.present(links.rows(), true);
    }
}
