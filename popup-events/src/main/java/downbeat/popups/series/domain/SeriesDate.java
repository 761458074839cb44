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
 * @param state how far the series has brought it
 * @param look number of the template it was last given
 * @param trouble why it is not as it was last asked for
 */
public record SeriesDate(
        LocalDate date, LocalDateTime start, PopUpId popUp, State state, int look, Optional<Trouble> trouble) {

    /** How far a date has come. */
    public enum State {
        PLANNED,
        MADE,
        /** With all the others; what its organizer has cancelled alone is not known here. */
        CANCELLED
    }

    /** Whether there is a pop-up. */
    public boolean made() {
        return state != State.PLANNED;
    }

    SeriesDate movedTo(LocalDateTime other) {
        return new SeriesDate(date, other, popUp, state, look, Optional.empty());
    }

    SeriesDate after(Result result, Round round) {
        if (result.trouble().isPresent()) {
            return new SeriesDate(date, start, popUp, state, look, result.trouble());
        }
        return switch (round.task()) {
            case Task.Make make -> new SeriesDate(date, start, popUp, State.MADE, look, Optional.empty());
            case Task.Publish publish -> new SeriesDate(date, start, popUp, state, look, Optional.empty());
            case Task.Alike alike -> new SeriesDate(date, start, popUp, state, round.number(), Optional.empty());
            case Task.Cancel cancel -> new SeriesDate(date, start, popUp, State.CANCELLED, look, Optional.empty());
        };
    }
}
