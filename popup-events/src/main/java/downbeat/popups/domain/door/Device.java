package downbeat.popups.domain.door;

import java.time.Instant;
import java.util.Optional;

/** A scanner that is known at the door. */
public record Device(DeviceId id, String name, Optional<Instant> revokedAt) {
    /** Whether what it does at an instant counts no more. */
    public boolean revokedBy(Instant then) {
        return revokedAt.isPresent() && !revokedAt.get().isAfter(then);
    }

    Device revoked(Instant at) {
        return new Device(id, name, Optional.of(at));
    }
}
