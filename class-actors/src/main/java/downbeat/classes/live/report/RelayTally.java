package downbeat.classes.live.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one relay has measured in one run of its life; cumulative.
 *
 * @param run names the relay's run: another one starts from nothing
 * @param upper histogram of upper bounds, {@link Histograms#encode encoded}
 * @param estimate histogram of delivery by synchronised clocks
 * @param skew histogram of the absolute skew of planned cues
 * @param how counts in the order of {@link How}
 * @param resumed devices that came back with a position
 * @param recovered of them, with every missed cue
 * @param fallbacks devices' moves to a lower rung; 0 from a relay that does not know of rungs
 * @param links null from a relay that does not measure them
 */
public record RelayTally(
        String run,
        String upper,
        String estimate,
        String skew,
        long sent,
        long acked,
        long unacked,
        List<Long> how,
        long forged,
        long resumed,
        long recovered,
        double boundMillis,
        List<MemberTally> members,
        long fallbacks,
        @Nullable LinkTally links) {
    public RelayTally {
        how = List.copyOf(how);
        members = List.copyOf(members);
    }
}
