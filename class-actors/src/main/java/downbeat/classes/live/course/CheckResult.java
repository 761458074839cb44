package downbeat.classes.live.course;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a member answered in the live check; each is how long the answer took, or null without one.
 *
 * @param sawRight whether the shape was the right one; only with {@code saw}
 */
public record CheckResult(
        @Nullable Duration heard,
        @Nullable Duration saw,
        boolean sawRight,
        @Nullable Duration ready) {
    static final CheckResult SILENT = new CheckResult(null, null, false, null);

    CheckResult heard(Duration after) {
        return new CheckResult(after, saw, sawRight, ready);
    }

    CheckResult saw(Duration after, boolean right) {
        return new CheckResult(heard, after, right, ready);
    }

    CheckResult ready(Duration after) {
        return new CheckResult(heard, saw, sawRight, after);
    }
}
