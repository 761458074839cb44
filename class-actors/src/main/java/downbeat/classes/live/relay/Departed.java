package downbeat.classes.live.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Devices whose socket ended with cues sent and not acked; the socket has counted those as unacked. Such a device may come
 * back and ack them after all, or be sent them again: its new socket then takes them back. Owned by one actor.
 */
final class Departed {
    /** A device that stays away longer is taken to have left. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private record Rest(List<Long> unacked, long nanos) {}

    private final Map<String, Rest> rests = new HashMap<>();

    void left(String device, List<Long> unacked, long nanos) {
        if (!unacked.isEmpty()) {
            rests.put(device, new Rest(unacked, nanos));
        }
    }

    /** The device is back: what it may still ack, or be sent again without counting twice. */
    List<Long> back(String device) {
        var rest = rests.remove(device);
        return rest == null ? List.of() : rest.unacked();
    }

    /** Forgets devices that stayed away too long. */
    void expire(long nanos) {
        rests.values().removeIf(rest -> nanos - rest.nanos() > PATIENCE.toNanos());
    }
}
