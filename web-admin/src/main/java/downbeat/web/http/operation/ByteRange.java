package downbeat.web.http.operation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One part of a body (RFC 9110, 14): the bytes {@code from} to {@code to}, both included.
 *
 * @param from 0 or more
 * @param to not before {@code from}
 */
public record ByteRange(int from, int to) {
    private static final Pattern FIRST = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*(?:,.*)?");

    /** What a header asks for. */
    public sealed interface Asked {
        /** Everything: nothing was asked, or nothing that is understood. */
        record Whole() implements Asked {}

        record Part(ByteRange range) implements Asked {}

        /** Bytes beyond the end. */
        record Nothing() implements Asked {}
    }

    /** Reads a {@code Range} header for a body of so many bytes. Of several parts asked for, the first is given. */
    public static Asked read(Optional<String> header, int length) {
        var match = header.map(FIRST::matcher).filter(java.util.regex.Matcher::matches);
        if (match.isEmpty()) {
            return new Asked.Whole();
        }
        return read(match.get().group(1), match.get().group(2), length);
    }

    private static Asked read(String first, String last, int length) {
        if (first.isEmpty()) {
            return last.isEmpty() ? new Asked.Whole() : suffix(Long.parseLong(last), length);
        }
        var from = Long.parseLong(first);
        var to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) {
            return new Asked.Whole();
        }
        return from >= length
                ? new Asked.Nothing()
                : new Asked.Part(new ByteRange((int) from, (int) Math.min(to, length - 1L)));
    }

    private static Asked suffix(long count, int length) {
        return count == 0 || length == 0
                ? new Asked.Nothing()
                : new Asked.Part(new ByteRange((int) Math.max(0, length - count), length - 1));
    }
}
