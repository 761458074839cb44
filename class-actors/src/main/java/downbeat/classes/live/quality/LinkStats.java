package downbeat.classes.live.quality;

/**
 * What a device says of its link over the last second or two. Negative is what it cannot tell.
 *
 * @param rttMillis round trip of the newest clock probe
 * @param jitterMillis mean deviation of successive round trips, as RFC 3550 has it
 * @param loss share of probes without an answer, 0 to 1
 * @param bufferMillis how far ahead the device holds what it plays
 * @param freezes times that something stood still
 * @param downMbps down-link as the browser estimates it, megabits per second
 */
public record LinkStats(
        double rttMillis, double jitterMillis, double loss, double bufferMillis, int freezes, double downMbps) {}
