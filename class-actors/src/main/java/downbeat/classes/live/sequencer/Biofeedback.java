package downbeat.classes.live.sequencer;

import downbeat.classes.live.bio.BioRow;
import downbeat.classes.live.bio.Metric;
import downbeat.classes.live.bio.Sheet;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.log.Burst;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Merges what the relays know of the members who share, once a second. Relays send it when they hear the second's gauge, all
 * at once, so that what is told a beat later is as new as it can be. Owned by one actor.
 */
final class Biofeedback {
    /** Members see a burst out: the board stands for so long after its end. */
    static final Duration AFTERGLOW = Duration.ofSeconds(3);

    /** Less than a second by what a beat may come early. */
    private static final Duration APART = Duration.ofMillis(900);

    private final Map<PopId, List<BioRow>> relays = new LinkedHashMap<>();
    private @Nullable Burst burst;
    private ClassTime burstSeen = ClassTime.ZERO;
    private ClassTime toldAt = ClassTime.ZERO;
    private boolean moved;
    private boolean shown;

    void take(PopId pop, List<BioRow> rows) {
        relays.put(pop, rows);
        moved = true;
    }

    /** The relay is lost. */
    void drop(PopId pop) {
        moved |= relays.remove(pop) != null;
    }

    /** What is to be told now, if anything is: an empty board once, then nothing while nobody shares and no burst is open. */
    Optional<Sheet> due(Score score, ClassTime now) {
        watch(score.state().extras().burst(), now);
        if (!moved || (shown && now.since(toldAt).compareTo(APART) < 0)) {
            return Optional.empty();
        }
        moved = false;
        var before = shown;
        shown = burst != null || relays.values().stream().anyMatch(rows -> !rows.isEmpty());
        if (!shown && !before) {
            return Optional.empty();
        }
        toldAt = now;
        return Optional.of(Sheet.of(
                relays.values(),
                member -> confirmed(score, member),
                burst == null ? null : burst.cueId(),
                burst == null ? Metric.HR : burst.metric(),
                now));
    }

    private void watch(@Nullable Burst open, ClassTime now) {
        if (open != null) {
            burst = open;
            burstSeen = now;
        } else if (now.since(burstSeen).compareTo(AFTERGLOW) > 0) {
            burst = null;
        }
    }

    private static @Nullable Integer confirmed(Score score, ParticipantId member) {
        var reps = score.reps(member);
        return reps > 0 && score.wish(member).shares().reps() ? (Integer) reps : null;
    }
}
