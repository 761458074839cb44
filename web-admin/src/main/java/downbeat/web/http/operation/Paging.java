package downbeat.web.http.operation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts pages of {@value #PAGE} rows out of lists that are short enough to be read whole. */
public final class Paging {
    static final int PAGE = 50;

    private final Cursors cursors;

    public Paging(Cursors cursors) {
        this.cursors = cursors;
    }

    /** One page; {@code next} is null on the last one. */
    public record Page<T>(List<T> rows, @Nullable String next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The page after the one whose {@code next} the call brings along, or the first one.
     *
     * @param list whose cursors are good here
     * @param id tells the rows apart
     */
    public <T> Page<T> of(Call call, String list, List<T> rows, Function<T, String> id) {
        var from = Optional.ofNullable(call.query().get("cursor"))
                .map(text -> Mark.parse(cursors.open(list, text)).after(rows, id))
                .orElse(0);
        var to = Math.min(rows.size(), from + PAGE);
        var next =
                to < rows.size() ? cursors.seal(list, new Mark(to - 1, id.apply(rows.get(to - 1))).toString()) : null;
        return new Page<>(rows.subList(from, to), next);
    }

    /** The last row of a page: its id and, should it be gone when the reader comes back, where it stood. */
    private record Mark(int index, String id) {
        static Mark parse(String text) {
            var space = text.indexOf(' ');
            return new Mark(Integer.parseInt(text.substring(0, space)), text.substring(space + 1));
        }

        <T> int after(List<T> rows, Function<T, String> ids) {
            var here = rows.stream().map(ids).toList().indexOf(id);
            return here >= 0 ? here + 1 : Math.min(index, rows.size());
        }

        @Override
        public String toString() {
            return index + " " + id;
        }
    }
}
