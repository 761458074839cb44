package downbeat.web.http.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with named holes, such as {@code /api/v1/classes/{id}/plan}. A hole takes exactly one segment.
 *
 * @param text the template as it stands in the API document
 * @param segments what is between its slashes
 */
public record PathTemplate(String text, List<String> segments) {

    public PathTemplate {
        segments = List.copyOf(segments);
    }

    /** @throws IllegalArgumentException if it does not start with a slash, or ends with one */
    public static PathTemplate of(String text) {
        if (!text.startsWith("/") || text.endsWith("/")) {
            throw new IllegalArgumentException("A path template starts with / and does not end with it: " + text);
        }
        return new PathTemplate(text, List.of(text.substring(1).split("/")));
    }

    /** What the holes hold if the path fits. */
    public Optional<Map<String, String>> match(List<String> path) {
        if (segments.size() != path.size()) {
            return Optional.empty();
        }
        var holes = new HashMap<String, String>();
        for (int i = 0; i < segments.size(); i++) {
            var name = segments.get(i);
            var given = path.get(i);
            if (isHole(name)) {
                holes.put(name.substring(1, name.length() - 1), given);
            } else if (!name.equals(given)) {
                return Optional.empty();
            }
        }
        return Optional.of(holes);
    }

    static boolean isHole(String segment) {
        return segment.startsWith("{");
    }

    /** Number of segments that are not holes: the more, the more specific. */
    int literals() {
        return (int) segments.stream().filter(s -> !isHole(s)).count();
    }
}
