package downbeat.classes.live.relay;

import downbeat.classes.live.quality.Move;
import downbeat.classes.live.quality.Rung;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rungs of a relay's members have come to so far; outlives their seats. Owned by one actor. */
final class RungBook {

    private static final class Page {
        private long fallbacks;
        private Rung lowest = Rung.FULL;
    }

    private final Map<ParticipantId, Page> pages = new HashMap<>();
    private final Map<Rung, Long> nanos = new EnumMap<>(Rung.class);
    private long fallbacks;

    /** A member has a device here. */
    void seated(ParticipantId member) {
        pages.computeIfAbsent(member, m -> new Page());
    }

    void moved(ParticipantId member, Move move) {
        if (move.down()) {
            var page = pages.computeIfAbsent(member, m -> new Page());
            fallbacks++;
            page.fallbacks++;
            page.lowest = move.to().below(page.lowest) ? move.to() : page.lowest;
        }
    }

    /** A device spent time on a rung. */
    void spent(Rung rung, Duration time) {
        nanos.merge(rung, time.toNanos(), Long::sum);
    }

    /** Moves to a lower rung. */
    long fallbacks() {
        return fallbacks;
    }

    long fallbacks(ParticipantId member) {
        var page = pages.get(member);
        return page == null ? 0 : page.fallbacks;
    }

    /** The lowest rung any of the member's devices was put on; the best for who was never seated. */
    Rung lowest(ParticipantId member) {
        var page = pages.get(member);
        return page == null ? Rung.FULL : page.lowest;
    }

    /** How long devices were on each rung, in the order of {@link Rung}. */
    List<Long> millis() {
        return Arrays.stream(Rung.values())
                .map(rung -> nanos.getOrDefault(rung, 0L) / 1_000_000)
                .toList();
    }
}
