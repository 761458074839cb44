package downbeat.web.http.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with named holes, such as {@code /api/v1/classes/{id}/plan}. A hole takes exactly one segment.
 *
 * @param text the template as it stands in the API document
 */
public record PathTemplate(String text) {

    public PathTemplate {
        if (!text.startsWith("/") || text.endsWith("/")) {
            throw new IllegalArgumentException("A path template starts with / and does not end with it: " + text);
        }
    }

    /** What the holes hold if the path fits. */
    public Optional<Map<String, String>> match(List<String> segments) {
        var mine = segments();
        if (mine.size() != segments.size()) {
            return Optional.empty();
        }
        var holes = new HashMap<String, String>();
        for (int i = 0; i < mine.size(); i++) {
            var name = mine.get(i);
            var given = segments.get(i);
            if (name.startsWith("{")) {
                holes.put(name.substring(1, name.length() - 1), given);
            } else if (!name.equals(given)) {
                return Optional.empty();
            }
        }
        return Optional.of(holes);
    }

    /** Number of segments that are not holes: the more, the more specific. */
    int literals() {
        return (int) segments().stream().filter(s -> !s.startsWith("{")).count();
    }

    private List<String> segments() {
        return List.of(text.substring(1).split("/"));
    }
}
