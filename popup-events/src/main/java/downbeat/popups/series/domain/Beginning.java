package downbeat.popups.series.domain;

import downbeat.kernel.Decision;
import downbeat.popups.series.domain.SeriesCommand.Begin;
import downbeat.popups.series.domain.SeriesDate.State;
import downbeat.popups.series.domain.SeriesEvent.RoundBegun;
import downbeat.popups.series.domain.SeriesEvent.SeriesBegun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Works out the dates of a new series. Those that cannot be are named with the reason, and the others are made. */
public final class Beginning {
    private Beginning() {}

    static Decision<SeriesEvent, SeriesReply> of(Begin begin, Instant now) {
        var problem = begin.plan().problem();
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        var dates = dates(begin, now);
        var toMake = dates.stream()
                .filter(date -> !date.made() && date.trouble().isEmpty())
                .map(SeriesDate::date)
                .toList();
        return toMake.isEmpty()
                ? Decision.refuse(new SeriesRefusal.NoDates())
                : Decision.accept(
                        new SeriesReply.Underway(1),
                        new SeriesBegun(begin.organizer(), begin.first(), begin.template(), begin.plan(), dates, now),
                        new RoundBegun(1, new Task.Make(), toMake, now));
    }

    /** Every date the series would have, each with what is wrong with it. */
    public static List<SeriesDate> dates(Begin begin, Instant now) {
        var start = begin.template().details().timing().start();
        return begin.plan().occurrences(start.toLocalTime()).stream()
                .map(one -> one.start().equals(start) ? theFirst(begin, one) : another(begin, one, now))
                .toList();
    }

    private static SeriesDate theFirst(Begin begin, Occurrence one) {
        return new SeriesDate(one.date(), one.start(), begin.first(), State.MADE, 1, Optional.empty());
    }

    private static SeriesDate another(Begin begin, Occurrence one, Instant now) {
        var zone = begin.template().details().place().zone();
        return new SeriesDate(
                one.date(),
                one.start(),
                begin.id().popUp(one.date()),
                State.PLANNED,
                1,
                Trouble.with(one.start(), zone, now));
    }
}
