package downbeat.web.http.imported;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Optional;

/** Names of time zones as calendar files write them. */
final class Zones {
    /** UN M.49: the zone that stands for all regions which Windows has under the name. */
    private static final String WORLD = "001";

    private Zones() {}

    /**
     * The zone of the tz database that a TZID names, also behind a prefix as in {@code /example.org/Europe/Berlin}, or by the name that
     * Windows has for it, as in {@code W. Europe Standard Time}. What a file defines under a name of its own is not read: a pop-up keeps
     * its zone by name, so that later rules hold for it too.
     */
    static Optional<ZoneId> named(String id) {
        return ofTheDatabase(id.strip()).or(() -> ofWindows(id.strip()));
    }

    /** By the table of the Unicode CLDR. */
    private static Optional<ZoneId> ofWindows(String id) {
        return Optional.ofNullable(TimeZone.getIDForWindowsID(id, WORLD))
                .map(TimeZone::getIanaID)
                .flatMap(Zones::ofTheDatabase);
    }

    private static Optional<ZoneId> ofTheDatabase(String id) {
        var rest = id;
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
