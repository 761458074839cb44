package downbeat.classes.live.report;

import downbeat.classes.live.quality.Rung;
import downbeat.kernel.ParticipantId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members' tallies over all relays. */
public final class MemberTallies {
    private MemberTallies() {}

    /** What a member measured is the newest relay's word; how often devices fell back is added up. */
    public static Map<ParticipantId, MemberTally> of(Collection<RelayTally> relays) {
        var all = new LinkedHashMap<ParticipantId, MemberTally>();
        relays.forEach(
                relay -> relay.members().forEach(tally -> all.merge(tally.member(), tally, MemberTallies::both)));
        return all;
    }

    private static MemberTally both(MemberTally before, MemberTally now) {
        return new MemberTally(
                now.member(),
                now.upper95(),
                now.skew95(),
                now.rtt(),
                now.unacked(),
                now.devices(),
                now.rung(),
                now.rungWhy(),
                before.fallbacks() + now.fallbacks(),
                lower(before.lowest(), now.lowest()));
    }

    private static @Nullable Rung lower(@Nullable Rung one, @Nullable Rung other) {
        return one == null || (other != null && other.below(one)) ? other : one;
    }
}
