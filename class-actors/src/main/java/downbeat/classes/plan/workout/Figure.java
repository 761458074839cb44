package downbeat.classes.plan.workout;

import downbeat.classes.plan.PowerRange;
import java.time.Duration;
import java.util.regex.Pattern;

/** A number written in a file, and where it stands. */
record Figure(int line, String element, String written) {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][+-]?\\d{1,2})?");
    private static final double LONGEST_SECONDS = 12 * 3600;

    /** Above this a power cannot be a fraction of FTP and must be meant as percent: 75 for 0.75. */
    private static final double LARGEST_FRACTION = 10;

    double number() throws BadWorkoutException {
        if (!isNumber()) {
            throw bad("is not a number; write one such as 0.75 or 60");
        }
        return Double.parseDouble(plain());
    }

    boolean isNumber() {
        var text = plain();
        return text.length() <= 40 && NUMBER.matcher(text).matches();
    }

    /** With a decimal point, however it was written. */
    private String plain() {
        var text = written.strip();
        return text.indexOf('.') < 0 ? text.replace(',', '.') : text;
    }

    /** Seconds, or {@code m:ss}, or {@code h:mm:ss}; to the millisecond. */
    Duration seconds() throws BadWorkoutException {
        double total = 0;
        for (var part : written.strip().split(":", 4)) {
            total = total * 60 + new Figure(line, element, part).number();
        }
        return checked(total, "seconds");
    }

    Duration minutes() throws BadWorkoutException {
        return checked(number() * 60, "minutes");
    }

    /** A fraction of FTP, or a percentage when it is larger than any fraction or marked as one. */
    double power() throws BadWorkoutException {
        var text = written.strip();
        if (text.endsWith("%")) {
            return percent(new Figure(line, element, text.substring(0, text.length() - 1)).number());
        }
        double value = number();
        return percent(value > LARGEST_FRACTION ? value : value * 100);
    }

    double percent(double value) throws BadWorkoutException {
        if (!(value >= 0 && value <= PowerRange.MAX_PERCENT)) {
            throw bad("is out of range; power goes from 0 to 10 times FTP (0 to 1000 percent)");
        }
        return value;
    }

    int whole(int least, int most) throws BadWorkoutException {
        double value = number();
        if (value != Math.rint(value) || value < least || value > most) {
            throw bad("is not a whole number from " + least + " to " + most);
        }
        return (int) value;
    }

    BadWorkoutException bad(String problem) {
        return new BadWorkoutException(
                line, element, "\"" + PlainText.cut(PlainText.line(written), 40) + "\" " + problem);
    }

    private Duration checked(double seconds, String unit) throws BadWorkoutException {
        if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
            throw bad("is out of range; write " + unit + " from 0 up to 12 hours");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
