package downbeat.web.http.discovery;

import downbeat.discovery.gazetteer.NamedPlace;
import downbeat.discovery.index.Facets;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total all that match, on this page or not
 * @param atMost whether it may be fewer, since words are only counted roughly
 * @param next null on the last page
 */
record FoundJson(
        @Nullable NamedPlaceJson place,
        List<ListingJson> items,
        int total,
        boolean atMost,
        FacetsJson facets,
        @Nullable String next) {

    /** A place by its name. */
    record NamedPlaceJson(String id, String name, double latitude, double longitude) {
        static NamedPlaceJson of(NamedPlace it) {
            return new NamedPlaceJson(
                    it.id(), it.name(), it.point().latitude(), it.point().longitude());
        }
    }

    /** How many there are of what; what there is none of is missing. */
    record FacetsJson(
            Map<String, Integer> kinds,
            Map<String, Integer> attendances,
            List<StyleJson> styles,
            List<LanguageJson> languages,
            int free) {
        static FacetsJson of(Facets it) {
            return new FacetsJson(
                    named(it.kinds(), ListingKind.values(), ListingKind::text),
                    named(it.attendances(), Attendance.values(), Attendance::text),
                    it.styles().stream()
                            .map(count -> new StyleJson(count.of(), count.listings()))
                            .toList(),
                    it.languages().stream()
                            .map(count -> new LanguageJson(count.of(), count.listings()))
                            .toList(),
                    it.free());
        }

        private static <E> Map<String, Integer> named(Map<E, Integer> counts, E[] order, Function<E, String> word) {
            var named = new LinkedHashMap<String, Integer>();
            Arrays.stream(order)
                    .filter(counts::containsKey)
                    .forEach(it -> named.put(word.apply(it), counts.getOrDefault(it, 0)));
            return named;
        }
    }

    /** So many of a style. */
    record StyleJson(String style, int listings) {}

    /** So many in a language, by its code. */
    record LanguageJson(String language, int listings) {}
}
