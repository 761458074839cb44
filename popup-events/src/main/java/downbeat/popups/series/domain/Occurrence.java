package downbeat.popups.series.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One of the times a series means.
 *
 * @param date as the recurrence has it; names it for good
 * @param start on the clocks of the place
 */
public record Occurrence(LocalDate date, LocalDateTime start) {}
