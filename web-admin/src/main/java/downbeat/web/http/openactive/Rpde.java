package downbeat.web.http.openactive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of Realtime Paged Data Exchange 1.0 in the order of change numbers.
 *
 * @param next after the last of these; this page itself when it is empty
 * @param license of the data
 */
record Rpde(String next, List<Item> items, String license) {
    static final String MEDIA = "application/vnd.openactive.rpde+json; version=1";
    static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";
    /** As many as the specification suggests. */
    static final int MOST = 500;

    /** Whatever is cached of it is followed by what has changed since. */
    private static final String FULL = "public, max-age=3600";
    /** It is asked for again and again until something changes. */
    private static final String LAST = "public, max-age=8";

    /**
     * Something that there is, or that there is no more.
     *
     * @param state {@code updated} or {@code deleted}
     * @param modified the number of its last change
     * @param data null when it is deleted
     */
    record Item(
            String state,
            String kind,
            String id,
            long modified,
            @JsonInclude(Include.NON_NULL) @Nullable Map<String, Object> data) {}

    String caching() {
        return items.isEmpty() ? LAST : FULL;
    }
}
