package downbeat.classes.live.course;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.classes.plan.SpokenText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans for tests. Times are odd so that no cue falls on the very moment of a command. */
final class Plans {
    private Plans() {}

    static CuePlan intervals() {
        var texts = List.of(
                new SpokenText(Duration.ofMillis(7_011), "Breathe", Duration.ofSeconds(3)),
                new SpokenText(Duration.ofMillis(26_013), "Half way", Duration.ofSeconds(3)),
                new SpokenText(Duration.ofMillis(44_017), "Nearly there", Duration.ofSeconds(3)));
        return CuePlan.of(
                "Intervals",
                "",
                List.of(segment(0, 0, 20_033), segment(1, 20_033, 40_051), segment(2, 40_051, 60_077)),
                texts);
    }

    private static Segment segment(int index, long from, long to) {
        return new Segment(
                index,
                SegmentKind.STEADY,
                Duration.ofMillis(from),
                Duration.ofMillis(to),
                Optional.of(new PowerRange(60 + index, 60 + index)),
                OptionalInt.empty(),
                "Part " + index);
    }
}
