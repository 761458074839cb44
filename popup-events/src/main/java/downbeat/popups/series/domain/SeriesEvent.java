package downbeat.popups.series.domain;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.PopUpId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Everything that can happen to a series. Stored for good: add, never change. */
public sealed interface SeriesEvent {
    Instant at();

    /** @param dates worked out from the plan once and for all */
    record SeriesBegun(
            AccountId organizer, PopUpId first, Template template, SeriesPlan plan, List<SeriesDate> dates, Instant at)
            implements SeriesEvent {
        public SeriesBegun {
            dates = List.copyOf(dates);
        }
    }

    record RoundBegun(int number, Task task, List<LocalDate> dates, Instant at) implements SeriesEvent {
        public RoundBegun {
            dates = List.copyOf(dates);
        }
    }

    record DatesDone(int round, List<Result> results, Instant at) implements SeriesEvent {
        public DatesDone {
            results = List.copyOf(results);
        }
    }

    record DateMoved(LocalDate date, LocalDateTime start, Instant at) implements SeriesEvent {}
}
