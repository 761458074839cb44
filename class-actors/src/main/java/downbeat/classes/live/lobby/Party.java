package downbeat.classes.live.lobby;

import downbeat.kernel.ParticipantId;
import java.util.Set;

/** A member with all devices that wait: they go in together. */
public record Party(ParticipantId member, Set<String> devices) {
    public Party {
        devices = Set.copyOf(devices);
    }
}
