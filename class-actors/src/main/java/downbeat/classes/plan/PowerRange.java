package downbeat.classes.plan;

/**
 * A power target in percent of FTP (functional threshold power, what a rider can hold for about an hour).
 *
 * <p>In a ramp, warm-up or cool-down {@code fromPercent} is the target at the start and {@code toPercent} the one at
 * the end; elsewhere they are the edges of a band to stay in, equal for a single target.
 *
 * @param fromPercent 0 to 1000, to a hundredth
 * @param toPercent 0 to 1000, to a hundredth
 */
public record PowerRange(double fromPercent, double toPercent) {
    public static final double MAX_PERCENT = 1000;

    public PowerRange {
        fromPercent = checked("fromPercent", fromPercent);
        toPercent = checked("toPercent", toPercent);
    }

    public static PowerRange of(double percent) {
        return new PowerRange(percent, percent);
    }

    public boolean flat() {
        return fromPercent == toPercent;
    }

    public boolean zero() {
        return fromPercent == 0 && toPercent == 0;
    }

    /** Rounded to a hundredth of a percent, so that a target survives being written to a file and read again. */
    private static double checked(String field, double percent) {
        if (!(percent >= 0 && percent <= MAX_PERCENT)) {
            throw new IllegalArgumentException(
                    field + " is " + percent + ": a power target is 0 to 1000 percent of FTP");
        }
        return Math.round(percent * 100) / 100.0;
    }
}
