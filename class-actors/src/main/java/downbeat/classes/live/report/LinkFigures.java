package downbeat.classes.live.report;

import downbeat.classes.live.report.ClassReport.Quantiles;
import java.util.List;

/**
 * How members' devices got in and how their links were.
 *
 * @param join of devices that came for the first time: from the opening of the socket, over the wait in the queue, until the
 *     device was attached
 * @param rtt round trips, one a second of each device that says them
 * @param jitter of round trips, likewise; what skew is of planned cues, this is of the link
 */
public record LinkFigures(Quantiles join, Quantiles rtt, Quantiles jitter, Rungs rungs) {

    /**
     * @param members whose devices had a rung
     * @param fell of them, who were ever below the best
     * @param millis how long their devices were on each rung, in the order of {@code Rung}
     */
    public record Rungs(long members, long fell, List<Long> millis) {
        public Rungs {
            millis = List.copyOf(millis);
        }
    }
}
