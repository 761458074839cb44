package downbeat.popups.view;

import downbeat.popups.domain.PopUpId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A pop-up in a list ordered by start: a list goes on after it wherever new ones come in before. */
public record BoardRow(Instant start, PopUpId id) {

    /** The row as a cursor. */
    @Override
    public String toString() {
        return start.toEpochMilli() + "." + id.value();
    }

    /** Empty for a text that is no cursor. */
    public static Optional<BoardRow> parse(String text) {
        int dot = text.indexOf('.');
        try {
            return Optional.of(new BoardRow(
                    Instant.ofEpochMilli(Long.parseLong(text, 0, Math.max(dot, 0), 10)),
                    new PopUpId(text.substring(dot + 1))));
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
