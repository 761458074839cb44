package downbeat.classes.live.report;

import java.util.List;

/**
 * How members' devices got in at one relay and how their links were; cumulative.
 *
 * @param join histogram of joining, from the opening of the socket to being attached, {@link Histograms#encode encoded}
 * @param rtt histogram of the round trips that devices said, one of each device a second
 * @param jitter histogram of the jitter that devices said (RFC 3550, 6.4.1, of round trips), likewise
 * @param rungMillis how long devices were on each rung, milliseconds, in the order of {@code Rung}
 */
public record LinkTally(String join, String rtt, String jitter, List<Long> rungMillis) {
    public LinkTally {
        rungMillis = List.copyOf(rungMillis);
    }
}
