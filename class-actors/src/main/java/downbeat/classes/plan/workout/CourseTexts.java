package downbeat.classes.plan.workout;

import downbeat.classes.plan.SpokenText;
import java.util.ArrayList;
import java.util.List;

/** The texts of a course: "600 &lt;tab&gt; Half way &lt;tab&gt; 10", seconds from the start, words, seconds to show. */
final class CourseTexts {
    private record Written(int line, SpokenText text) {}

    private final List<Written> written = new ArrayList<>();

    void line(int number, String line) throws BadWorkoutException {
        if (line.startsWith(";")) {
            return;
        }
        int end = separator(line, 0, 1);
        if (end < 0) {
            throw new BadWorkoutException(
                    number, "[COURSE TEXT]", "a line needs seconds and words, such as 600 Half way 10");
        }
        var at = new Figure(number, "[COURSE TEXT] time", line.substring(0, end)).seconds();
        var rest = line.substring(end + 1).strip();
        int last = separator(rest, rest.length() - 1, -1);
        var tail = last < 0 ? "" : rest.substring(last + 1);
        boolean timed = !tail.isEmpty() && tail.length() <= 6 && tail.chars().allMatch(CourseTexts::ofNumber);
        var show = timed ? new Figure(number, "[COURSE TEXT] duration", tail).seconds() : SpokenText.USUAL_SHOW;
        var words = words(timed ? rest.substring(0, last) : rest);
        if (!words.isEmpty()) {
            written.add(new Written(number, new SpokenText(at, words, show.isZero() ? SpokenText.USUAL_SHOW : show)));
        }
    }

    void into(Outline outline) throws BadWorkoutException {
        for (var each : written) {
            outline.say(each.line(), "[COURSE TEXT]", each.text(), 0);
        }
    }

    /** Where the first tab, space or comma stands, looking from an index on in a direction; -1 when there is none. */
    private static int separator(String line, int from, int step) {
        for (int i = from; i >= 0 && i < line.length(); i += step) {
            char c = line.charAt(i);
            if (c == '\t' || c == ' ' || c == ',') {
                return i;
            }
        }
        return -1;
    }

    private static boolean ofNumber(int c) {
        return c == '.' || (c >= '0' && c <= '9');
    }

    private static String words(String written) {
        var words = PlainText.line(written);
        while (words.startsWith(",")) {
            words = words.substring(1).strip();
        }
        while (words.endsWith(",")) {
            words = words.substring(0, words.length() - 1).strip();
        }
        boolean quoted = words.length() > 1 && words.startsWith("\"") && words.endsWith("\"");
        return quoted ? words.substring(1, words.length() - 1).strip() : words;
    }
}
