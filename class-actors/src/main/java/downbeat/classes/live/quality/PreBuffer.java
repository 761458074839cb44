package downbeat.classes.live.quality;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far ahead a device should hold the plan and its assets, so that the next trouble does not find it empty-handed: the
 * farther, the worse its link is and has been. Not thread-safe: it belongs to one actor.
 */
public final class PreBuffer {
    public static final Duration LEAST = Duration.ofSeconds(10);
    public static final Duration MOST = Duration.ofSeconds(60);

    /** Loss counts by its mean over about a minute: each percent is worth two seconds. */
    private static final double MEMORY = 1 / 60.0;

    private static final double SECONDS_OF_LOSS = 200;
    private static final int SECONDS_UNHEARD = 10;
    /** Coarse, so that a device is not told a new one every second. */
    private static final int STEP_SECONDS = 5;

    private double loss;
    private boolean heard = true;

    public void report(@Nullable LinkStats stats) {
        if (stats != null && stats.loss() >= 0) {
            loss += (Math.min(1, stats.loss()) - loss) * MEMORY;
        }
    }

    /** The member did not hear the live check. */
    public void unheard() {
        heard = false;
    }

    /**
     * From {@link #LEAST} to {@link #MOST}, in steps of {@value #STEP_SECONDS} s.
     *
     * @param earned by the link; a pin says nothing of it
     */
    public Duration horizon(Rung earned) {
        var seconds = secondsAt(earned) + SECONDS_OF_LOSS * loss + (heard ? 0 : SECONDS_UNHEARD);
        var whole = Duration.ofSeconds(Math.round(seconds / STEP_SECONDS) * STEP_SECONDS);
        return whole.compareTo(MOST) > 0 ? MOST : whole;
    }

    private static int secondsAt(Rung rung) {
        return switch (rung) {
            case FULL -> 10;
            case LEAN -> 15;
            case TRAINER_LOW -> 25;
            case AUDIO_FIRST -> 40;
            case CUE_ONLY, AUTONOMOUS -> 60;
        };
    }
}
