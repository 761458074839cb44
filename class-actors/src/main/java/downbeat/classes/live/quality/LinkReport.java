package downbeat.classes.live.quality;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one device's link from one second.
 *
 * @param stats as the device says; null when it said nothing
 * @param ackMillis median upper bound of the cues it acked in that second, milliseconds; negative when it acked none
 */
public record LinkReport(@Nullable LinkStats stats, double ackMillis) {
    /** Not a word. */
    public static final LinkReport NOTHING = new LinkReport(null, -1);

    boolean says() {
        return stats != null || ackMillis >= 0;
    }
}
