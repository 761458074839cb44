package downbeat.classes.view;

import downbeat.classes.domain.PlaceKind;
import downbeat.kernel.ClassId;
import java.time.Duration;
import java.time.Instant;

/**
 * A class somebody held a place in, once it was over.
 *
 * @param title of the class
 * @param joined false for a no-show
 * @param share of the class, 0 to 1
 */
public record AttendanceRow(
        ClassId id,
        String title,
        Instant start,
        PlaceKind place,
        boolean trial,
        boolean joined,
        Duration present,
        double share,
        int reps,
        Instant endedAt) {}
