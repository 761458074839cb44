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
 */
public record MemberTally(
        ParticipantId member,
        double upper95,
        double skew95,
        double rtt,
        long unacked,
        int devices,
        @Nullable Rung rung,
        @Nullable String rungWhy) {}
