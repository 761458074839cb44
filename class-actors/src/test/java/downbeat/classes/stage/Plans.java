package downbeat.classes.stage;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.SegmentKind;
import downbeat.classes.plan.Segments;
import downbeat.classes.plan.SpokenText;
import downbeat.classes.plan.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Cue plans that are short to say. */
public final class Plans {
    private Plans() {}

    /** Two parts, as long as given each, and a text at the start. */
    public static CuePlan plan(String title, Duration each) {
        var steady = new Work(SegmentKind.STEADY, each, Optional.of(PowerRange.of(75)), OptionalInt.of(90));
        var free = new Work(SegmentKind.FREE, each, Optional.empty(), OptionalInt.empty());
        return CuePlan.of(
                title,
                "",
                Segments.of(List.of(steady, free)),
                List.of(new SpokenText(Duration.ZERO, "Größe 🚴", SpokenText.USUAL_SHOW)));
    }
}
