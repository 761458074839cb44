package downbeat.classes.plan.workout;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the header of a course says: what the numbers mean, and the FTP that watts refer to. */
final class CourseHeader {
    private static final double MOST_WATTS = 3000;

    /** "250 W", "250 watts". */
    private static final Pattern UNIT = Pattern.compile("\\s*[Ww](atts?)?\\s*$");

    private boolean watts;
    private @Nullable Figure ftp;
    private String description = "";

    /** @param watts what the numbers are when the header does not say */
    CourseHeader(boolean watts) {
        this.watts = watts;
    }

    String description() {
        return description;
    }

    void line(int number, String line) throws BadWorkoutException {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith(";")) {
            field(number, line.substring(0, equals).strip().toUpperCase(Locale.ROOT), line.substring(equals + 1));
        } else {
            columns(number, line.replace(';', ' ').toUpperCase(Locale.ROOT).strip());
        }
    }

    private void field(int number, String key, String value) throws BadWorkoutException {
        if (key.equals("DESCRIPTION")) {
            description = PlainText.line(value);
        } else if (key.equals("FTP") && !value.isBlank()) {
            ftp = new Figure(number, "FTP", UNIT.matcher(value).replaceFirst(""));
        }
    }

    /** "MINUTES WATTS", "MINUTES PERCENT", "MINUTES FTP"; courses by distance are another thing. */
    private void columns(int number, String line) throws BadWorkoutException {
        if (line.contains("GRADE") || line.startsWith("DISTANCE")) {
            throw new BadWorkoutException(
                    number, "columns", "this course goes by distance, a class runs by time; export it by time");
        }
        if (!line.startsWith("MINUTES")) {
            return;
        }
        if (line.contains("WATT")) {
            watts = true;
        } else if (line.contains("PERCENT") || line.contains("FTP") || line.contains("%")) {
            watts = false;
        } else {
            throw new BadWorkoutException(
                    number, "columns", "the second column is not known; write MINUTES WATTS or MINUTES PERCENT");
        }
    }

    /** The power of a data line in percent of FTP. */
    double percent(Figure power) throws BadWorkoutException {
        var text = power.written().strip();
        if (text.endsWith("%")) {
            return power.power();
        }
        double value = power.number();
        if (!watts) {
            return power.percent(value);
        }
        if (ftp == null) {
            throw power.bad("is in watts, but the header has no FTP to compare with; add a line such as FTP = 250 to"
                    + " [COURSE HEADER]");
        }
        return power.percent(value / ftpWatts(ftp) * 100);
    }

    /** Looked at only where watts need it: courses in percent come with all sorts of FTP. */
    private static double ftpWatts(Figure ftp) throws BadWorkoutException {
        double watts = ftp.number();
        if (!(watts >= 1 && watts <= MOST_WATTS)) {
            throw ftp.bad("is out of range; write the FTP in watts, such as FTP = 250");
        }
        return watts;
    }
}
