package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who stayed for some minutes.
 *
 * @param eligible members whose first arrival was at least so long before the end
 * @param stayed of them, who were here, or back within {@link Visit#BLINK}, that long after it
 */
public record Stayed(long eligible, long stayed) {
    /** The minutes that are looked at. */
    public static final List<Integer> MINUTES = List.of(1, 3, 7);

    static Stayed of(Map<ParticipantId, Visit> visits, Duration after, ClassTime end) {
        var eligible = visits.values().stream()
                .filter(visit -> visit.joined() && !visit.first().plus(after).isAfter(end))
                .toList();
        var stayed = eligible.stream()
                .filter(visit -> visit.hereAt(visit.first().plus(after)))
                .count();
        return new Stayed(eligible.size(), stayed);
    }

    /** By minute, of a class that is over. */
    public static Map<Integer, Stayed> of(Score score) {
        var by = new LinkedHashMap<Integer, Stayed>();
        var end = Finale.end(score);
        MINUTES.forEach(minute -> by.put(minute, of(score.visits(), Duration.ofMinutes(minute), end)));
        return by;
    }

    /** 0 to 1; null when nobody could have stayed so long. */
    public @Nullable Double share() {
        return eligible == 0 ? null : (Double) ((double) stayed / eligible);
    }
}
