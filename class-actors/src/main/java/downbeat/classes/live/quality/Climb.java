package downbeat.classes.live.quality;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When to rise: after a time without trouble, which doubles with every relapse. Times are since any fixed instant. */
final class Climb {
    static final Duration FIRST = Duration.ofSeconds(8);
    static final Duration LONGEST = Duration.ofSeconds(64);
    /** Trouble this soon after a rise means that the rise was wrong. */
    static final Duration RELAPSE = Duration.ofSeconds(30);

    private Duration hold = FIRST;
    private @Nullable Duration cleanSince;
    private @Nullable Duration roseAt;

    /** A second without trouble. Returns whether to rise one rung now. */
    boolean clean(Duration now) {
        if (cleanSince == null) {
            cleanSince = now;
        }
        if (now.minus(cleanSince).compareTo(hold) < 0) {
            return false;
        }
        cleanSince = now;
        roseAt = now;
        return true;
    }

    /** Not good enough to rise. */
    void troubled() {
        cleanSince = null;
    }

    void fell(Duration now) {
        cleanSince = null;
        if (roseAt != null) {
            hold = now.minus(roseAt).compareTo(RELAPSE) > 0 ? FIRST : longer();
            roseAt = null;
        }
    }

    private Duration longer() {
        var doubled = hold.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /** How long it takes now. */
    Duration hold() {
        return hold;
    }
}
