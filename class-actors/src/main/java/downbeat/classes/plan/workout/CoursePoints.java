package downbeat.classes.plan.workout;

import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.SegmentKind;
import downbeat.classes.plan.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * The curve of a course: points of time and power, joined by lines. Two points of one instant are a step. Points may
 * come in any order; those of one instant keep theirs.
 */
final class CoursePoints {
    /** Twice the segments a plan may have, and room for repeated points. */
    private static final int MOST_POINTS = 20_000;

    private record Written(Duration at, Figure power) {}

    private record Point(int line, Duration at, double percent) {}

    private final List<Written> written = new ArrayList<>();
    private final TreeSet<Duration> laps = new TreeSet<>();

    void line(int number, String line) throws BadWorkoutException {
        var columns = columns(line);
        if (columns.length == 0) {
            return;
        }
        if (columns.length < 2) {
            throw new BadWorkoutException(
                    number, "[COURSE DATA]", "a line needs two numbers, minutes and power, such as 5.0 60");
        }
        var at = new Figure(number, "minutes", columns[0]).minutes();
        if (columns[1].equalsIgnoreCase("LAP")) {
            laps.add(at);
        } else {
            written.add(new Written(at, new Figure(number, "power", columns[1])));
        }
        if (written.size() + laps.size() > MOST_POINTS) {
            throw new BadWorkoutException(number, "[COURSE DATA]", "this is point " + MOST_POINTS + "; leave some out");
        }
    }

    /** Tabs, spaces, semicolons or commas between the columns; a comma inside a column is a decimal comma. */
    private static String[] columns(String line) {
        int comment = line.indexOf(';');
        var content = comment == 0 || line.startsWith("#")
                ? ""
                : line.replace(';', ' ').strip();
        if (content.isEmpty()) {
            return new String[0];
        }
        var spaced = content.split("\\s+", 4);
        if (spaced.length == 1) {
            return content.split(",", 4);
        }
        for (int i = 0; i < spaced.length; i++) {
            spaced[i] = spaced[i].endsWith(",") ? spaced[i].substring(0, spaced[i].length() - 1) : spaced[i];
        }
        return spaced;
    }

    void into(Outline outline, CourseHeader header) throws BadWorkoutException {
        var points = new ArrayList<Point>();
        for (var each : written) {
            points.add(new Point(each.power().line(), each.at(), header.percent(each.power())));
        }
        points.sort(Comparator.comparing(Point::at));
        if (points.size() < 2) {
            throw new BadWorkoutException(0, "[COURSE DATA]", "a course needs two points at least, a start and an end");
        }
        var first = points.getFirst();
        line(outline, new Point(first.line(), Duration.ZERO, first.percent()), first);
        for (int i = 1; i < points.size(); i++) {
            line(outline, points.get(i - 1), points.get(i));
        }
    }

    /** A line of the curve, cut where a lap was marked. */
    private void line(Outline outline, Point from, Point to) throws BadWorkoutException {
        var start = from;
        for (var lap : laps.subSet(from.at(), false, to.at(), false)) {
            var between = new Point(to.line(), lap, between(from, to, lap));
            stretch(outline, start, between);
            start = between;
        }
        stretch(outline, start, to);
    }

    private static double between(Point from, Point to, Duration at) {
        double share = (double) at.minus(from.at()).toMillis()
                / to.at().minus(from.at()).toMillis();
        return from.percent() + share * (to.percent() - from.percent());
    }

    private static void stretch(Outline outline, Point from, Point to) throws BadWorkoutException {
        var power = new PowerRange(from.percent(), to.percent());
        var kind = power.zero() ? SegmentKind.REST : power.flat() ? SegmentKind.STEADY : SegmentKind.RAMP;
        var work = new Work(kind, to.at().minus(from.at()), Optional.of(power), OptionalInt.empty());
        outline.add(to.line(), "[COURSE DATA]", work);
    }
}
