package downbeat.discovery.index;

import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;
import java.util.List;
import java.util.Map;

/**
 * How many there are of what.
 *
 * @param total all that match; with words it may count a few too many
 * @param styles the most frequent first, 20 at most
 */
public record Facets(
        int total,
        Map<ListingKind, Integer> kinds,
        Map<Attendance, Integer> attendances,
        List<Count> styles,
        int free) {
    public static final int MOST_STYLES = 20;

    public Facets {
        kinds = Map.copyOf(kinds);
        attendances = Map.copyOf(attendances);
        styles = List.copyOf(styles);
    }

    /** So many of a style. */
    public record Count(String style, int listings) {}
}
