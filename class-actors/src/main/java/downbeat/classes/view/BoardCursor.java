package downbeat.classes.view;

import downbeat.kernel.ClassId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A place in a list of classes ordered by start: new classes before it do not shift it. */
public record BoardCursor(Instant start, ClassId id) {

    @Override
    public String toString() {
        return start.toEpochMilli() + "." + id.value();
    }

    /** Empty for a text that is no cursor. */
    public static Optional<BoardCursor> parse(String text) {
        int dot = text.indexOf('.');
        try {
            return Optional.of(new BoardCursor(
                    Instant.ofEpochMilli(Long.parseLong(text, 0, Math.max(dot, 0), 10)),
                    new ClassId(text.substring(dot + 1))));
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
