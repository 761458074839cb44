package downbeat.web.http.resource;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PlannedCue;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.workout.WorkoutFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cue plan in the words of the live protocol: times in milliseconds, power in percent of FTP, cadence in rpm.
 *
 * @param rev 0 before a class runs; the live plane counts on when the trainer moves it
 * @param leftOut what of its file could not be taken over, a sentence; null when all could
 */
record PlanJson(
        int rev,
        String title,
        String description,
        String sport,
        @Nullable String leftOut,
        long lengthMs,
        List<SegmentJson> segments,
        List<CueJson> cues) {

    /** Power and cadence are null where a segment has no such target. */
    record SegmentJson(
            int index,
            String kind,
            long fromMs,
            long toMs,
            @Nullable Double powerFrom,
            @Nullable Double powerTo,
            @Nullable Integer cadence,
            String label) {

        static SegmentJson of(Segment s) {
            return new SegmentJson(
                    s.index(),
                    s.kind().name(),
                    s.from().toMillis(),
                    s.to().toMillis(),
                    s.power().map(PowerRange::fromPercent).orElse(null),
                    s.power().map(PowerRange::toPercent).orElse(null),
                    s.cadence().isPresent() ? (Integer) s.cadence().getAsInt() : null,
                    s.label());
        }
    }

    record CueJson(String cueId, long planAt, String verb, String text, long showMs) {
        static CueJson of(PlannedCue c) {
            return new CueJson(
                    c.cueId(),
                    c.at().toMillis(),
                    c.verb().name(),
                    c.text(),
                    c.show().toMillis());
        }
    }

    static PlanJson of(CuePlan plan) {
        return new PlanJson(
                0,
                plan.title(),
                plan.description(),
                plan.sport().name(),
                WorkoutFiles.leftOut(plan).orElse(null),
                plan.length().toMillis(),
                plan.segments().stream().map(SegmentJson::of).toList(),
                plan.cues().stream().map(CueJson::of).toList());
    }
}
