package downbeat.popups.series.domain;

import downbeat.kernel.bound.Bounds;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a series takes place.
 *
 * @param from the first day it may
 * @param leaveOut days of the recurrence on which it does not
 * @param moved days on which it begins at another time
 */
public record SeriesPlan(Recurrence recurrence, LocalDate from, List<LocalDate> leaveOut, List<MovedDate> moved) {
    public SeriesPlan {
        leaveOut = List.copyOf(leaveOut);
        moved = List.copyOf(moved);
        Bounds.size("leaveOut", leaveOut, 0, Recurrence.MOST);
        Bounds.size("moved", moved, 0, Recurrence.MOST);
        Bounds.distinct("leaveOut", leaveOut);
        Bounds.distinct("moved", moved.stream().map(MovedDate::date).toList());
    }

    /** Every day of it with the start on the clocks of the place, the exceptions heeded. */
    public List<Occurrence> occurrences(LocalTime usual) {
        var out = new HashSet<>(leaveOut);
        return recurrence.dates(from).stream()
                .filter(date -> !out.contains(date))
                .map(date -> new Occurrence(date, start(date, usual)))
                .toList();
    }

    private LocalDateTime start(LocalDate date, LocalTime usual) {
        return moved.stream()
                .filter(one -> one.date().equals(date))
                .map(MovedDate::start)
                .findFirst()
                .orElseGet(() -> date.atTime(usual));
    }

    /** Why there is no such series. */
    public Optional<SeriesRefusal> problem() {
        var dates = recurrence.dates(from);
        if (dates.size() > Recurrence.MOST) {
            return Optional.of(new SeriesRefusal.TooManyDates(Recurrence.MOST));
        }
        var known = new HashSet<>(dates);
        return stranger("leaveOut", leaveOut, known)
                .or(() -> stranger("moved", moved.stream().map(MovedDate::date).toList(), known));
    }

    private static Optional<SeriesRefusal> stranger(String field, List<LocalDate> named, Set<LocalDate> known) {
        return named.stream()
                .filter(date -> !known.contains(date))
                .<SeriesRefusal>map(date -> new SeriesRefusal.NotADateOfIt(field, date))
                .findFirst();
    }
}
