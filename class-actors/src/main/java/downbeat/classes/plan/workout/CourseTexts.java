package downbeat.classes.plan.workout;

import downbeat.classes.plan.SpokenText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The texts of a course: "600 &lt;tab&gt; Half way &lt;tab&gt; 10", seconds from the start, words, seconds to show. There is no
 * standard. With tabs between the columns a number at the end of the words is theirs ("Rep 3 of 5"); with spaces only it
 * is the time to show, as GoldenCheetah reads it.
 */
final class CourseTexts {
    private record Written(int line, SpokenText text) {}

    /** Time, then everything else. */
    private static final Pattern LINE = Pattern.compile("([^\\s,]+)(?:\\s+|,)(.*)");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}([.][0-9]{0,3})?");

    private final List<Written> written = new ArrayList<>();

    void line(int number, String line) throws BadWorkoutException {
        if (line.startsWith(";")) {
            return;
        }
        var columns = LINE.matcher(line);
        if (!columns.matches()) {
            throw new BadWorkoutException(
                    number, "[COURSE TEXT]", "a line needs seconds and words, such as 600 Half way 10");
        }
        var at = new Figure(number, "[COURSE TEXT] time", columns.group(1)).seconds();
        var rest = columns.group(2).strip();
        boolean tabs = line.indexOf('\t') >= 0;
        int last = tabs ? rest.lastIndexOf('\t') : Math.max(rest.lastIndexOf(' '), rest.lastIndexOf(','));
        var tail = last < 0 ? "" : rest.substring(last + 1).strip();
        boolean timed = SECONDS.matcher(tail).matches();
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
