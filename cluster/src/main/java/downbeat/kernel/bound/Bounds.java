package downbeat.kernel.bound;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;

/** How long texts, how large numbers and how many of a thing may be. Every complaint begins with the field's name. */
public final class Bounds {
    private Bounds() {}

    /** A text of {@code least} to {@code most} characters, not blank unless it may be empty, as {@link Wording} has it. */
    public static void text(String field, String text, int least, int most) {
        boolean fits = text.length() <= most && (least == 0 || !text.isBlank());
        require(fits, field + " must have " + least + " to " + most + " characters");
        Wording.check(field, text);
    }

    public static void number(String field, long value, long least, long most) {
        require(value >= least && value <= most, field + " must be " + least + " to " + most + ", but is " + value);
    }

    public static void length(String field, Duration length, Duration least, Duration most) {
        require(
                length.compareTo(least) >= 0 && length.compareTo(most) <= 0,
                field + " must be " + minutes(least) + " to " + minutes(most) + ", but is " + minutes(length));
    }

    public static void size(String field, Collection<?> all, int least, int most) {
        require(
                all.size() >= least && all.size() <= most,
                field + " must be " + least + " to " + most + ", but are " + all.size());
    }

    public static void distinct(String field, Collection<?> all) {
        require(new HashSet<>(all).size() == all.size(), field + " must not name one thing twice");
    }

    /** @throws IllegalArgumentException with these words unless it holds */
    public static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static String minutes(Duration length) {
        return length.toSeconds() % 60 == 0 ? length.toMinutes() + " minutes" : length.toString();
    }
}
