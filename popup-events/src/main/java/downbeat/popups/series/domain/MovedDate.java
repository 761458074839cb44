package downbeat.popups.series.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A date of a series on which it begins at another time, or which is another day.
 *
 * @param date as the recurrence has it
 * @param start on the clocks of the place
 */
public record MovedDate(LocalDate date, LocalDateTime start) {}
