package downbeat.classes.live.relay;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.Row;
import downbeat.kernel.ParticipantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The connections of a relay, by socket, device and member. Owned by one actor. */
final class Links {
    private final Map<ActorRef<ConnectionMessage>, Link> bySocket = new LinkedHashMap<>();
    private final Map<String, Link> byDevice = new HashMap<>();
    private final Map<ParticipantId, Integer> devices = new HashMap<>();

    /** Adds a connection. Returns the one it replaces: an older socket of the same device. */
    Optional<Link> add(Link link) {
        var before = Optional.ofNullable(byDevice.get(link.key()))
                .filter(old -> !old.socket().equals(link.socket()));
        before.ifPresent(old -> remove(old.socket()));
        if (bySocket.put(link.socket(), link) == null && link.member()) {
            devices.merge(link.joiner().member(), 1, Integer::sum);
        }
        byDevice.put(link.key(), link);
        return before;
    }

    Optional<Link> remove(ActorRef<ConnectionMessage> socket) {
        var link = bySocket.remove(socket);
        if (link == null) {
            return Optional.empty();
        }
        byDevice.remove(link.key(), link);
        if (link.member()) {
            devices.merge(link.joiner().member(), -1, Integer::sum);
        }
        return Optional.of(link);
    }

    Optional<Link> find(ActorRef<ConnectionMessage> socket) {
        return Optional.ofNullable(bySocket.get(socket));
    }

    Row row(Link link) {
        var count = devices(link.joiner().member());
        return new Row(link.joiner().member(), link.joiner().name(), count, count > 0, false);
    }

    int devices(ParticipantId member) {
        return devices.getOrDefault(member, 0);
    }

    List<Row> rows() {
        var rows = new LinkedHashMap<ParticipantId, Row>();
        bySocket.values().stream()
                .filter(Link::member)
                .forEach(link -> rows.put(link.joiner().member(), row(link)));
        return new ArrayList<>(rows.values());
    }

    Collection<Link> all() {
        return bySocket.values();
    }

    boolean isEmpty() {
        return bySocket.isEmpty();
    }

    void tell(ConnectionMessage message) {
        bySocket.keySet().forEach(socket -> socket.tell(message));
    }

    void tellTrainers(ConnectionMessage message) {
        tell(Link::trainer, message);
    }

    /** Those in the room, which everybody in it looks at. */
    void tellScreens(ConnectionMessage message) {
        tell(Link::screen, message);
    }

    private void tell(Predicate<Link> which, ConnectionMessage message) {
        bySocket.values().stream().filter(which).forEach(link -> link.socket().tell(message));
    }
}
