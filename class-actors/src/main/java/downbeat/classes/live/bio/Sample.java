package downbeat.classes.live.bio;

import downbeat.classes.live.clock.ClassTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A value of a sensor and when it was heard.
 *
 * @param value in the unit and range of {@link Reading}
 */
public record Sample(int value, ClassTime at) {
    /** No value is shown to anybody longer than this after it was heard: a strap may have dropped out. */
    public static final Duration SHOWN = Duration.ofSeconds(3);

    /** Between two tellings of the board. */
    public static final Duration TOLD_EVERY = Duration.ofSeconds(1);

    /** What the ways of a telling may take, timers that ring late included. */
    private static final Duration SLACK = Duration.ofMillis(200);

    /**
     * What is told stands until the next telling: so that nothing stands longer than {@link #SHOWN}, it is left out when it
     * would grow too old meanwhile.
     */
    static final Duration FRESH = SHOWN.minus(TOLD_EVERY).minus(SLACK);

    boolean fresh(ClassTime now) {
        return !at.plus(FRESH).isBefore(now);
    }

    /** The newer one, whichever comes first; of two heard at one instant the higher. */
    static @Nullable Sample newer(@Nullable Sample one, @Nullable Sample other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        var order = one.at.equals(other.at) ? Integer.compare(one.value, other.value) : one.at.compareTo(other.at);
        return order >= 0 ? one : other;
    }
}
