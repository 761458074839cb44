package downbeat.classes.live.log;

import downbeat.classes.live.clock.ClassTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An instruction to every participant at one instant.
 *
 * @param epoch the cue log it belongs to
 * @param gen the writer that issued it
 * @param offset place in the log, from 1, without gaps
 * @param cueId names the cue for good; a planned cue keeps it over its revisions
 * @param at when to execute; null for a planned cue that is withdrawn until further notice
 * @param rev revision of a planned cue, from 0
 * @param text may be empty for tones and control cues
 * @param number of a SEGMENT the index of the segment, of a COUNT the seconds left; else null
 * @param state of a control cue the new state of the class; else null
 */
public record Cue(
        String epoch,
        long gen,
        long offset,
        String cueId,
        CueKind kind,
        CueVerb verb,
        @Nullable ClassTime at,
        ClassTime issuedAt,
        int rev,
        String text,
        Duration show,
        Tone tone,
        @Nullable Integer number,
        @Nullable ClassState state) {

    public Position position() {
        return new Position(epoch, gen, offset);
    }
}
