package downbeat.web.http.resource;

import downbeat.kernel.TimeWindow;
import downbeat.web.http.operation.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Parts of a form that are values of their own: ids, instants, spans of time. */
public final class Parts {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Parts() {}

    public static <I> I id(Form form, String name, Function<String, I> type) {
        var text = form.text(name, 1, 64);
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw form.bad(name, "must be 1 to 64 letters A-Z or a-z, digits, '_' or '-'.");
        }
    }

    public static Instant instant(Form form, String name) {
        try {
            var at = Instant.parse(form.text(name, 1, 40));
            if (!at.isBefore(EARLIEST) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeException e) {
            // answered below
        }
        throw form.bad(name, "must be a time of the years 2000 to 2199 such as 2026-12-01T17:00:00Z.");
    }

    /** A span whose two ends come both or neither. */
    static Optional<TimeWindow> span(Form form, String from, String until) {
        if (!form.has(from) && !form.has(until)) {
            return Optional.empty();
        }
        var start = instant(form, from);
        var end = instant(form, until);
        if (!start.isBefore(end)) {
            throw form.bad(until, "must be after " + from + ".");
        }
        return Optional.of(new TimeWindow(start, end));
    }

    /** What the value itself finds wrong: its sentence begins with the field. */
    public static <T> T checked(Form form, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            var sentence = String.valueOf(e.getMessage()).split(" ", 2);
            throw form.bad(sentence[0], sentence[1] + ".");
        }
    }
}
