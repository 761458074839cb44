package downbeat.popups.series.domain;

import downbeat.kernel.bound.Bounds;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A date of a series on which it begins at another time, or which is another day.
 *
 * @param date as the recurrence has it
 * @param start on the clocks of the place
 */
public record MovedDate(LocalDate date, LocalDateTime start) {
    public MovedDate {
        Bounds.require(start.getSecond() == 0 && start.getNano() == 0, "start must be a whole minute, but is " + start);
        Bounds.number("start with a year that", start.getYear(), 2000, 2199);
    }
}
