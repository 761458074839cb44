package downbeat.popups.domain.place;

import downbeat.kernel.bound.Bounds;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * When a pop-up takes place, on the clocks of its place.
 *
 * @param start whole minutes of the years 2000 to 2199
 * @param length 15 minutes to 24 hours
 * @param doorsEarly 0 to 4 hours before the start the doors open
 */
public record Timing(LocalDateTime start, Duration length, Duration doorsEarly) {
    /** How long after its end a pop-up that nobody closes stays open: people still go out. */
    public static final Duration GRACE = Duration.ofMinutes(30);

    public Timing {
        Bounds.require(start.getSecond() == 0 && start.getNano() == 0, "start must be a whole minute, but is " + start);
        Bounds.require(
                start.getYear() >= 2000 && start.getYear() < 2200,
                "start must be in the years 2000 to 2199, but is " + start);
        Bounds.length("length", length, Duration.ofMinutes(15), Duration.ofHours(24));
        Bounds.length("doorsEarly", doorsEarly, Duration.ZERO, Duration.ofHours(4));
    }
}
