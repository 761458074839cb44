package downbeat.classes.live.report;

import downbeat.kernel.ParticipantId;

/**
 * One member's line of the gauge. Milliseconds; negative when unknown.
 *
 * @param upper95 95th percentile of the upper bound over the class so far
 * @param skew95 95th percentile of the absolute skew
 * @param rtt newest round trip of the device's probes
 */
public record MemberTally(ParticipantId member, double upper95, double skew95, double rtt, long unacked, int devices) {}
