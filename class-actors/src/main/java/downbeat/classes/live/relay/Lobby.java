package downbeat.classes.live.relay;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.frame.Frames;
import downbeat.classes.live.lobby.AdmissionQueue;
import downbeat.classes.live.lobby.AdmissionRate;
import downbeat.classes.live.lobby.Place;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Devices that wait to be attached. They are told their place, and what they can prepare with: class time and the plan.
 * Owned by one actor.
 */
final class Lobby {
    /** How often it is looked whose turn has come. */
    static final Duration TICK = Duration.ofMillis(50);

    /** Between two pushes to one device whose turn is near. */
    static final Duration NEWS = Duration.ofMillis(250);

    /** Between two pushes to the others; also their relay's sign of life. */
    static final Duration NEWS_FROM_AFAR = Duration.ofSeconds(1);

    private static final Duration NEAR = Duration.ofSeconds(2);

    private static final class Guest {
        private RelayMessage.Attach attach;
        private boolean greeted;
        private long toldAt;

        Guest(RelayMessage.Attach attach) {
            this.attach = attach;
        }
    }

    private final AdmissionQueue queue;
    private final Map<String, Guest> guests = new LinkedHashMap<>();
    private final Map<ActorRef<ConnectionMessage>, String> keys = new HashMap<>();

    Lobby(AdmissionRate rate, long nanos) {
        this.queue = new AdmissionQueue(rate, nanos);
    }

    /** Whether a device must wait for its turn. Who was in already, leads, or belongs to somebody who is in, need not. */
    static boolean queues(RelayMessage.Attach attach, Links links, String epoch) {
        var resume = attach.resume();
        var wasIn = attach.again() || (resume != null && resume.epoch().equals(epoch));
        return attach.joiner().role() == Role.MEMBER
                && !wasIn
                && links.devices(attach.joiner().member()) == 0;
    }

    /** A device takes its place, or keeps it with a new socket. */
    void arrive(RelayMessage.Attach attach) {
        var key = key(attach);
        var guest = guests.computeIfAbsent(key, k -> new Guest(attach));
        var before = guest.attach.socket();
        if (!before.equals(attach.socket())) {
            keys.remove(before);
            before.tell(new ConnectionMessage.Bye(1000, "this device has connected again"));
        }
        guest.attach = attach;
        guest.greeted = false;
        keys.put(attach.socket(), key);
        queue.arrive(attach.joiner().member(), attach.device());
    }

    /** The socket ended: its place is kept for a while. */
    void lose(ActorRef<ConnectionMessage> socket, long nanos) {
        var attach = forget(socket);
        if (attach != null) {
            queue.lose(attach.joiner().member(), attach.device(), nanos);
        }
    }

    /** The device does not want to wait any longer. */
    void leave(ActorRef<ConnectionMessage> socket) {
        var attach = forget(socket);
        if (attach != null) {
            queue.leave(attach.joiner().member(), attach.device());
        }
    }

    private RelayMessage.@Nullable Attach forget(ActorRef<ConnectionMessage> socket) {
        var key = keys.remove(socket);
        var guest = key == null ? null : guests.remove(key);
        return guest == null ? null : guest.attach;
    }

    /** Those whose turn has come, in order, all devices of a member together. */
    List<RelayMessage.Attach> admit(long nanos) {
        return queue.admit(nanos).stream()
                .flatMap(party -> party.devices().stream()
                        .map(device -> guests.remove(key(party.member().value(), device))))
                .filter(Objects::nonNull)
                .map(guest -> guest.attach)
                .peek(attach -> keys.remove(attach.socket()))
                .toList();
    }

    /** Tells each where it stands: newcomers at once, the others when their news has become old. */
    void tell(Copy copy, RemoteClock clock, long nanos) {
        if (guests.isEmpty()) {
            return;
        }
        var places = queue.places(nanos);
        for (var guest : guests.values()) {
            var place = places.get(guest.attach.joiner().member());
            if (place != null && due(guest, place, nanos)) {
                greet(guest, copy, clock);
                guest.toldAt = nanos;
                guest.attach.socket().tell(new ConnectionMessage.Latest(Channel.QUEUE, Frames.queue(place)));
            }
        }
    }

    private static boolean due(Guest guest, Place place, long nanos) {
        var every = place.left().compareTo(NEAR) <= 0 ? NEWS : NEWS_FROM_AFAR;
        return !guest.greeted || nanos - guest.toldAt >= every.toNanos();
    }

    private static void greet(Guest guest, Copy copy, RemoteClock clock) {
        if (!guest.greeted) {
            guest.greeted = true;
            var socket = guest.attach.socket();
            socket.tell(new ConnectionMessage.Queued(clock.handOn(), clock.err()));
            socket.tell(new ConnectionMessage.Latest(Channel.PLAN, Frames.push("plan", "plan", copy.planBody())));
        }
    }

    void expire(long nanos) {
        queue.expire(nanos);
    }

    /** Everybody is sent home. */
    void tell(ConnectionMessage last) {
        keys.keySet().forEach(socket -> socket.tell(last));
    }

    /** Members who wait, or whose place is kept. */
    int size() {
        return queue.size();
    }

    /** Whether nobody waits and no place is kept. */
    boolean isEmpty() {
        return queue.size() == 0;
    }

    private static String key(RelayMessage.Attach attach) {
        return key(attach.joiner().member().value(), attach.device());
    }

    private static String key(String member, String device) {
        return member + "|" + device;
    }
}
