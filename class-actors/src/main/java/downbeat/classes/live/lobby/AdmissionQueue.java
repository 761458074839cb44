package downbeat.classes.live.lobby;

import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is let into a class when: first come, first served, so many a second.
 *
 * <ul>
 *   <li>The place is the member's: a second device stands where the first one does, and both go in together.
 *   <li>A party whose devices have all lost their link keeps its place for {@link #KEPT}; when its turn comes meanwhile the
 *       next one goes first, and it goes in as soon as it is back.
 *   <li>Turns lie {@code 1/rate} apart. Those that nobody took are made up for, up to {@link #SLACK}: a caller who asks
 *       late loses none, and a small class does not wait at all.
 * </ul>
 *
 * <p>Times are monotonic nanoseconds of the caller. Owned by one actor.
 */
public final class AdmissionQueue {
    /** How long a place is kept for somebody who lost the link: a phone that changes from Wi-Fi to mobile takes some seconds. */
    public static final Duration KEPT = Duration.ofSeconds(15);

    /** Turns that passed unused are made up for so long. */
    public static final Duration SLACK = Duration.ofMillis(100);

    private static final class Standing {
        private final Set<String> devices = new LinkedHashSet<>();
        private long awaySince;

        boolean away() {
            return devices.isEmpty();
        }
    }

    private final long gap;
    private final Map<ParticipantId, Standing> standing = new LinkedHashMap<>();
    private long turn;

    public AdmissionQueue(AdmissionRate rate, long nanos) {
        this.gap = rate.gapNanos();
        this.turn = earliest(nanos);
    }

    /** Takes a place at the end, or the one that is kept. Whether it is this one's turn already, {@link #admit} tells. */
    public void arrive(ParticipantId member, String device) {
        standing.computeIfAbsent(member, m -> new Standing()).devices.add(device);
    }

    /** A device lost its link: the place is kept for a while. */
    public void lose(ParticipantId member, String device, long nanos) {
        var there = standing.get(member);
        if (there != null && there.devices.remove(device) && there.away()) {
            there.awaySince = nanos;
        }
    }

    /** A device gave up its place; the place is free once none of the member's devices waits. */
    public void leave(ParticipantId member, String device) {
        var there = standing.get(member);
        if (there != null && there.devices.remove(device) && there.away()) {
            standing.remove(member);
        }
    }

    /** Those whose turn has come, in order. They wait no more. */
    public List<Party> admit(long nanos) {
        turn = soonest(nanos);
        var admitted = new ArrayList<Party>();
        Iterator<Map.Entry<ParticipantId, Standing>> places =
                standing.entrySet().iterator();
        while (places.hasNext() && turn - nanos <= 0) {
            var next = places.next();
            if (!next.getValue().away()) {
                admitted.add(new Party(next.getKey(), next.getValue().devices));
                places.remove();
                turn += gap;
            }
        }
        return admitted;
    }

    /** Frees the places of those who stayed away longer than {@link #KEPT}. */
    public void expire(long nanos) {
        standing.values().removeIf(there -> there.away() && nanos - there.awaySince > KEPT.toNanos());
    }

    /** Where everybody stands, in order. Nobody waits for those who are away. */
    public Map<ParticipantId, Place> places(long nanos) {
        var places = new LinkedHashMap<ParticipantId, Place>();
        var at = soonest(nanos);
        for (var entry : standing.entrySet()) {
            var wait = Duration.ofNanos(Math.max(0, at - nanos));
            places.put(entry.getKey(), new Place(places.size() + 1, standing.size(), wait));
            if (!entry.getValue().away()) {
                at += gap;
            }
        }
        return places;
    }

    public int size() {
        return standing.size();
    }

    private long soonest(long nanos) {
        var earliest = earliest(nanos);
        return turn - earliest < 0 ? earliest : turn;
    }

    private static long earliest(long nanos) {
        return nanos - SLACK.toNanos();
    }
}
