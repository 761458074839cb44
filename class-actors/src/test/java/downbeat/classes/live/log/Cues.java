package downbeat.classes.live.log;

import downbeat.classes.live.clock.ClassTime;
import java.time.Duration;

/** Cues for tests. */
public final class Cues {
    private Cues() {}

    public static Cue cue(String epoch, long gen, long offset) {
        var at = new ClassTime(offset * 100_000);
        return new Cue(
                epoch,
                gen,
                offset,
                "t-" + gen + "-" + offset,
                CueKind.LIVE,
                CueVerb.SAY,
                at,
                at,
                0,
                "go",
                Duration.ofSeconds(4),
                Tone.GO,
                null,
                null);
    }
}
