package downbeat.classes.live.course;

import downbeat.classes.live.bio.Metric;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.Burst;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Tone;
import downbeat.classes.live.message.LiveAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gives a cue its place in the log. */
record Baton(Score score, ClassTime now) {

    /** @param cueId the trainer's, or null: the log names it by its offset */
    Verdict control(CueVerb verb, @Nullable String cueId, String text, ClassState state) {
        var log = score.log();
        var offset = log.last() + 1;
        var id = idOr(cueId);
        var cue = new Cue(
                log.epoch(),
                log.gen(),
                offset,
                id,
                CueKind.CONTROL,
                verb,
                now,
                now,
                0,
                text,
                Duration.ZERO,
                verb == CueVerb.ASK ? Tone.ALERT : Tone.NONE,
                null,
                state);
        return issued(cue);
    }

    /** The trainer's name for the next cue, or the log's. */
    String idOr(@Nullable String cueId) {
        var log = score.log();
        return cueId != null ? cueId : "c-" + log.gen() + "-" + (log.last() + 1);
    }

    Verdict burst(@Nullable String cueId, ClassTime to, Metric metric) {
        var id = idOr(cueId);
        return control(CueVerb.BURST, id, "", score.state().bursting(new Burst(id, now, to, metric)));
    }

    Verdict live(String cueId, CueVerb verb, String text, Tone tone, Duration show, Duration lead) {
        var log = score.log();
        return issued(new Cue(
                log.epoch(),
                log.gen(),
                log.last() + 1,
                cueId,
                CueKind.LIVE,
                verb,
                now.plus(lead),
                now,
                0,
                text,
                show,
                tone,
                null,
                null));
    }

    private static Verdict issued(Cue cue) {
        return Verdict.of(new LiveAnswer.Issued(cue.cueId(), cue.offset(), cue.at()), new LiveFact.CueIssued(cue));
    }
}
