package downbeat.popups.series.domain;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.PopUpId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Everything that can be asked of a series. Who may ask is decided outside. */
public sealed interface SeriesCommand {
    /**
     * @param id of the series itself: its pop-ups are named after it
     * @param first the pop-up that is the pattern, and the first of them if its day is one of the plan
     */
    record Begin(SeriesId id, AccountId organizer, PopUpId first, Template template, SeriesPlan plan)
            implements SeriesCommand {}

    /** Begins a round through all that are made and still to come. */
    record Run(Task task) implements SeriesCommand {}

    /** Another start for a date that could not be made. */
    record MoveDate(LocalDate date, LocalDateTime start) implements SeriesCommand {}

    /** What a round has come to with some of its dates; the same once or twice. */
    record Note(int round, List<Result> results) implements SeriesCommand {
        public Note {
            results = List.copyOf(results);
        }
    }
}
