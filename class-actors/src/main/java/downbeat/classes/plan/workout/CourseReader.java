package downbeat.classes.plan.workout;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.Sport;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads courses ({@code .mrc}, {@code .erg}): sections in square brackets with one thing a line. */
final class CourseReader {
    private enum Section {
        NONE,
        HEADER,
        DATA,
        TEXT,
        OTHER
    }

    private final CourseHeader header;
    private final CoursePoints points = new CoursePoints();
    private final CourseTexts texts = new CourseTexts();
    private Section section = Section.NONE;
    private int opened;
    private boolean hadData;

    private CourseReader(String fileName) {
        this.header = new CourseHeader(fileName.toLowerCase(Locale.ROOT).endsWith(".erg"));
    }

    static CuePlan read(String title, String text, String fileName) throws BadWorkoutException {
        var reader = new CourseReader(fileName);
        int number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            reader.line(number, line.strip());
        }
        return reader.plan(title, number);
    }

    private void line(int number, String line) throws BadWorkoutException {
        if (line.isEmpty()) {
            return;
        }
        var heading = heading(line);
        if (heading != null) {
            turnTo(number, heading);
            return;
        }
        switch (section) {
            case HEADER -> header.line(number, line);
            case DATA -> points.line(number, line);
            case TEXT -> texts.line(number, line);
            case NONE, OTHER -> {}
        }
    }

    private static @Nullable String heading(String line) {
        int close = line.indexOf(']');
        return line.startsWith("[") && close > 0
                ? PlainText.line(line.substring(1, close)).toUpperCase(Locale.ROOT)
                : null;
    }

    private void turnTo(int number, String heading) throws BadWorkoutException {
        if (heading.startsWith("END")) {
            section = Section.NONE;
            return;
        }
        if (section != Section.NONE) {
            throw unfinished(number);
        }
        opened = number;
        section = switch (heading) {
            case "COURSE HEADER" -> Section.HEADER;
            case "COURSE DATA" -> Section.DATA;
            case "COURSE TEXT" -> Section.TEXT;
            default -> Section.OTHER;
        };
        hadData |= section == Section.DATA;
    }

    private CuePlan plan(String title, int lines) throws BadWorkoutException {
        if (section != Section.NONE) {
            throw unfinished(lines);
        }
        if (!hadData) {
            throw new BadWorkoutException(
                    0, "[COURSE DATA]", "this section is missing; add it with lines of minutes and power");
        }
        var outline = new Outline();
        points.into(outline, header);
        texts.into(outline);
        return outline.plan(title, header.description(), Sport.BIKE);
    }

    private BadWorkoutException unfinished(int line) {
        return new BadWorkoutException(
                line,
                "[COURSE " + section + "]",
                "the section that begins on line " + opened
                        + " has no end; the file is cut off, or add the line [END COURSE " + section + "]");
    }
}
