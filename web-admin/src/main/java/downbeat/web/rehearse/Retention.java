package downbeat.web.rehearse;

import downbeat.web.rehearse.device.Member;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is still there 1, 3 and 7 minutes into the class. Somebody who is back within 15 seconds was there. */
final class Retention {
    private static final int[] MINUTES = {1, 3, 7};
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Map<Integer, Set<Member>> there = new HashMap<>();

    /** To be called about every second, with the time since the class started. */
    void look(List<Member> members, Duration sinceStart) {
        for (int minute : MINUTES) {
            Duration over = sinceStart.minusMinutes(minute);
            if (!over.isNegative() && over.compareTo(GRACE) <= 0) {
                Set<Member> seen = there.computeIfAbsent(minute, m -> new HashSet<>());
                members.stream().filter(Member::isHere).forEach(seen::add);
            }
        }
    }

    /** Shares of those who joined, null for a minute that the class did not reach. */
    Map<String, @Nullable Double> shares(long joined) {
        Map<String, @Nullable Double> shares = new LinkedHashMap<>();
        for (int minute : MINUTES) {
            Set<Member> seen = there.get(minute);
            shares.put(minute + "m", seen == null || joined == 0 ? null : (double) seen.size() / joined);
        }
        return shares;
    }
}
