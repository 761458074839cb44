package downbeat.kernel;

import java.time.Duration;
import java.time.Instant;

/** How long a place that became free is kept for the next of those who wait. */
public final class OfferTime {
    /** At most, however far the start is. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    /** And at least, however near it is. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    private OfferTime() {}

    /** Half of the time until the start, within bounds, so that an offer declined can still pass on. */
    public static Instant end(Instant now, Instant start) {
        var half = Duration.between(now, start).dividedBy(2);
        if (half.compareTo(LONGEST) > 0) {
            return now.plus(LONGEST);
        }
        return now.plus(half.compareTo(SHORTEST) < 0 ? SHORTEST : half);
    }
}
