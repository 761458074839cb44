package downbeat.popups.series.view;

import downbeat.popups.series.domain.SeriesId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A series in a list.
 *
 * @param title of the pop-up it was made from
 * @param dates how many it has, with those that could not be made
 */
public record SeriesRow(SeriesId id, String title, LocalDate first, LocalDate last, int dates, Instant begunAt) {}
