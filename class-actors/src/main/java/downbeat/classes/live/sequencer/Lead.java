package downbeat.classes.live.sequencer;

import downbeat.classes.live.report.MemberTally;
import downbeat.classes.live.report.RelayTally;
import java.time.Duration;
import java.util.Collection;

/**
 * How long after its issue a live cue is executed: long enough for the healthy members to have it, so that all act
 * together; never so long that the room waits for one slow phone.
 */
final class Lead {
    private static final double LEAST = 40;
    private static final double MOST = 90;
    /** A member whose round trip is longer acts on arrival and is not waited for. */
    private static final double HEALTHY_RTT = 200;
    /** Scheduling a sound takes a device this long. */
    private static final double DEVICE = 10;

    private Lead() {}

    /** 95th percentile of half the healthy members' round trips, plus what a device needs, within 40 to 90 ms. */
    static Duration of(Collection<RelayTally> tallies) {
        var oneWay = tallies.stream()
                .flatMap(tally -> tally.members().stream())
                .mapToDouble(MemberTally::rtt)
                .filter(rtt -> rtt >= 0 && rtt <= HEALTHY_RTT)
                .map(rtt -> rtt / 2)
                .sorted()
                .toArray();
        var p95 = oneWay.length == 0 ? 0 : oneWay[(int) Math.floor(0.95 * (oneWay.length - 1))];
        return Duration.ofMillis(Math.round(Math.clamp(p95 + DEVICE, LEAST, MOST)));
    }
}
