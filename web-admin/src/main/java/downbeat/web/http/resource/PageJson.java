package downbeat.web.http.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next pass it as {@code cursor} to read on; null at the end
 */
public record PageJson<T>(List<T> items, @Nullable String next) {
    public PageJson {
        items = List.copyOf(items);
    }

    public static <T> PageJson<T> last(List<T> items) {
        return new PageJson<>(items, null);
    }
}
