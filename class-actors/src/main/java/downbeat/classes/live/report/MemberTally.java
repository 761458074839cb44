package downbeat.classes.live.report;

import downbeat.classes.live.quality.Rung;
import downbeat.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * One member's line of the gauge. Milliseconds; negative when unknown.
 *
 * @param upper95 95th percentile of the upper bound over the class so far
 * @param skew95 95th percentile of the absolute skew
 * @param rtt newest round trip of the device's probes
 * @param rung the lowest of the member's devices; null when unknown
 * @param rungWhy in words
 * @param fallbacks moves of the member's devices to a lower rung; 0 from a relay that does not count them by member
 * @param lowest rung that any of the member's devices was ever on; null from such a relay
 */
public record MemberTally(
        ParticipantId member,
        double upper95,
        double skew95,
        double rtt,
        long unacked,
        int devices,
        @Nullable Rung rung,
        @Nullable String rungWhy,
        long fallbacks,
        @Nullable Rung lowest) {}
