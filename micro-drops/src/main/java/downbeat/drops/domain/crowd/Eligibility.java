package downbeat.drops.domain.crowd;

import downbeat.kernel.bound.Bounds;
import java.time.Duration;
import java.util.Optional;

/**
 * Who may claim. Either of share and repetitions is enough; with both 0 to have come is.
 *
 * @param percent of the class somebody must have been there, 0 to 100
 * @param reps that are enough instead, 0 for none
 * @param headStart of those in the room before those online, up to 10 minutes
 */
public record Eligibility(int percent, int reps, Audience audience, Duration headStart) {
    public static final Duration LONGEST_HEAD_START = Duration.ofMinutes(10);

    public Eligibility {
        Bounds.number("percent", percent, 0, 100);
        Bounds.number("reps", reps, 0, 1_000_000);
        Bounds.length("headStart", headStart, Duration.ZERO, LONGEST_HEAD_START);
    }

    /** What speaks against somebody; empty if nothing does. */
    public enum Obstacle {
        NOT_THERE,
        TOO_LITTLE,
        OTHER_AUDIENCE
    }

    public Optional<Obstacle> obstacle(Optional<Attendee> attendee) {
        if (attendee.filter(it -> it.percent() > 0 || it.reps() > 0).isEmpty()) {
            return Optional.of(Obstacle.NOT_THERE);
        }
        var it = attendee.get();
        if (!audience.includes(it)) {
            return Optional.of(Obstacle.OTHER_AUDIENCE);
        }
        boolean enough = it.percent() >= percent || (reps > 0 && it.reps() >= reps);
        return enough ? Optional.empty() : Optional.of(Obstacle.TOO_LITTLE);
    }
}
