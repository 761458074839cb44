package downbeat.classes.live.adapt;

import java.time.Duration;

/**
 * How far cues may be adapted to a member.
 *
 * @param on whether they are at all
 * @param cadencePct most change of the cadence asked for, either way, in percent, 0 to {@value #MOST_CADENCE_PCT}
 * @param lead most that a member is told earlier than the others, zero to {@link #MOST_LEAD}
 */
public record Bounds(boolean on, int cadencePct, Duration lead) {
    public static final int MOST_CADENCE_PCT = 20;
    public static final Duration MOST_LEAD = Duration.ofSeconds(1);

    public static final Bounds OFF = new Bounds(false, 0, Duration.ZERO);

    public Bounds {
        if (cadencePct < 0 || cadencePct > MOST_CADENCE_PCT) {
            throw new IllegalArgumentException("cadencePct must be from 0 to " + MOST_CADENCE_PCT);
        }
        if (lead.isNegative() || lead.compareTo(MOST_LEAD) > 0) {
            throw new IllegalArgumentException("lead must be from 0 to " + MOST_LEAD.toMillis() + " ms");
        }
    }
}
