package downbeat.web.http.imported;

import java.time.ZoneId;
import java.util.Optional;

/** Names of time zones as calendar files write them. */
final class Zones {
    private Zones() {}

    /**
     * The zone of the tz database that a TZID names, also behind a prefix as in {@code /example.org/Europe/Berlin}. What a file
     * defines under a name of its own is not read: a pop-up keeps its zone by name, so that later rules hold for it too.
     */
    static Optional<ZoneId> named(String id) {
        var rest = id.strip();
        while (!rest.isEmpty()) {
            if (ZoneId.getAvailableZoneIds().contains(rest)) {
                return Optional.of(ZoneId.of(rest));
            }
            var slash = rest.indexOf('/');
            rest = slash < 0 ? "" : rest.substring(slash + 1);
        }
        return Optional.empty();
    }
}
