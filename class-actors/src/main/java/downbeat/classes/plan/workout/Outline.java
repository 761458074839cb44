package downbeat.classes.plan.workout;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PlannedCue;
import downbeat.classes.plan.Segments;
import downbeat.classes.plan.SpokenText;
import downbeat.classes.plan.Sport;
import downbeat.classes.plan.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has been read of a workout so far. Refuses what is too much while it is being read. */
final class Outline {
    private record Line(SpokenText text, double row) {}

    private static final Comparator<Line> IN_ORDER =
            Comparator.comparing((Line line) -> line.text().at()).thenComparingDouble(Line::row);

    private final List<Work> works = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final LeftOut leftOut = new LeftOut();
    private Duration length = Duration.ZERO;

    Duration length() {
        return length;
    }

    void add(int line, String element, Work work) throws BadWorkoutException {
        if (work.length().isZero()) {
            return;
        }
        room(line, element, 1);
        works.add(work);
        length = length.plus(work.length());
        if (length.compareTo(CuePlan.MAX_LENGTH) > 0) {
            throw new BadWorkoutException(
                    line, element, "the workout gets longer than 12 hours here; shorten it or split it");
        }
    }

    /** Checked before a repeat is unrolled. */
    void room(int line, String element, long more) throws BadWorkoutException {
        if (works.size() + more > CuePlan.MAX_SEGMENTS) {
            throw new BadWorkoutException(
                    line,
                    element,
                    "the workout gets more than " + CuePlan.MAX_SEGMENTS + " segments here; merge equal steps");
        }
    }

    /** @param row where the line stands on the screens of other programs, from the top; lines of one instant are read downwards */
    void say(int line, String element, SpokenText text, double row) throws BadWorkoutException {
        if (lines.size() == CuePlan.MAX_TEXTS) {
            throw new BadWorkoutException(
                    line, element, "this is text number " + (CuePlan.MAX_TEXTS + 1) + "; leave some out");
        }
        if (text.text().length() > PlannedCue.MAX_TEXT) {
            throw new BadWorkoutException(
                    line, element, "the text has more than " + PlannedCue.MAX_TEXT + " characters; split it");
        }
        lines.add(new Line(text, row));
    }

    /** A text whose instant cannot be known. */
    void leaveOut(int line) {
        leftOut.add(line);
    }

    CuePlan plan(String title, String description, Sport sport) throws BadWorkoutException {
        if (works.isEmpty()) {
            throw new BadWorkoutException(0, "workout", "it has no steps that last; add one such as SteadyState");
        }
        lines.sort(IN_ORDER);
        return CuePlan.of(
                title.isBlank() ? "Workout" : PlainText.cut(title, CuePlan.MAX_TITLE),
                leftOut.noted(description),
                sport,
                Segments.of(sport, works),
                lines.stream().map(Line::text).toList());
    }
}
