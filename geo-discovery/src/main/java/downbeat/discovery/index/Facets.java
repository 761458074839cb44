package downbeat.discovery.index;

import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How many there are of what.
 *
 * @param total all that match; with words it may count a few too many
 * @param styles the most frequent first, 20 at most
 * @param languages by their codes, the most frequent first; what says more than one counts for each
 */
public record Facets(
        int total,
        Map<ListingKind, Integer> kinds,
        Map<Attendance, Integer> attendances,
        List<Count> styles,
        List<Count> languages,
        int free) {
    /** Of styles, and of languages. */
    public static final int MOST = 20;

    public Facets {
        kinds = Map.copyOf(kinds);
        attendances = Map.copyOf(attendances);
        styles = List.copyOf(styles);
        languages = List.copyOf(languages);
    }

    /** The most frequent first, without what there is none of and without what says nothing. */
    static List<Count> mostFrequent(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(it -> it.getValue() > 0 && !it.getKey().isEmpty())
                .map(it -> new Count(it.getKey(), it.getValue()))
                .sorted(Comparator.comparingInt(Count::listings).reversed().thenComparing(Count::of))
                .limit(MOST)
                .toList();
    }

    /** So many of a style or a language. */
    public record Count(String of, int listings) {}
}
