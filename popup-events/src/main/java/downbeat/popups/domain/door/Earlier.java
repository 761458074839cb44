package downbeat.popups.domain.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The entry that a pass was let in with before.
 *
 * @param admitted how often it was let in before
 * @param refused how often it was refused before
 */
public record Earlier(Instant at, GateId gate, DeviceId device, int admitted, int refused) {

    /** The last time somebody was let in; empty if never. */
    public static Optional<Earlier> of(List<Scan> scans) {
        var entries = scans.stream()
                .filter(scan -> scan.direction() == Direction.ENTRY)
                .toList();
        var admitted = entries.stream().filter(Scan::admitted).toList();
        if (admitted.isEmpty()) {
            return Optional.empty();
        }
        var last = admitted.getLast();
        return Optional.of(
                new Earlier(last.at(), last.gate(), last.device(), admitted.size(), entries.size() - admitted.size()));
    }
}
