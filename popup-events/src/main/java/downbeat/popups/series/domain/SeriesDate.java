package downbeat.popups.series.domain;

import downbeat.popups.domain.PopUpId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One date of a series.
 *
 * @param date as the recurrence has it; names it for good
 * @param start on the clocks of the place, as the series has it; its organizer may have moved the pop-up since
 * @param made whether there is a pop-up
 * @param look number of the template it was last given
 * @param trouble why it is not as it was last asked for
 */
public record SeriesDate(
        LocalDate date, LocalDateTime start, PopUpId popUp, boolean made, int look, Optional<Trouble> trouble) {

    SeriesDate movedTo(LocalDateTime other) {
        return new SeriesDate(date, other, popUp, made, look, Optional.empty());
    }

    SeriesDate after(Result result, int newLook) {
        boolean succeeded = result.trouble().isEmpty();
        return new SeriesDate(date, start, popUp, made || succeeded, succeeded ? newLook : look, result.trouble());
    }
}
