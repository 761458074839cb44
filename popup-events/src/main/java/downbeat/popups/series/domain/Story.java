package downbeat.popups.series.domain;

import downbeat.popups.series.domain.Series.Begun;
import downbeat.popups.series.domain.SeriesEvent.*;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What facts make of a series. Total: a fact that means nothing in a state leaves it as it is. */
final class Story {
    private Story() {}

    static Series after(Series state, SeriesEvent event) {
        return switch (state) {
            case Series.Blank blank -> event instanceof SeriesBegun begun ? begun(begun) : blank;
            case Begun begun -> after(begun, event);
        };
    }

    private static Begun begun(SeriesBegun e) {
        return new Begun(
                e.organizer(),
                e.first(),
                e.plan(),
                List.of(new Look(1, e.template())),
                e.dates(),
                new Round(0, new Task.Make(), 0, List.of()));
    }

    private static Begun after(Begun state, SeriesEvent event) {
        return switch (event) {
            case SeriesBegun e -> state;
            case RoundBegun e -> begin(state, e);
            case DatesDone e -> done(state, e);
            case DateMoved e ->
                with(
                        state,
                        each(state, date -> date.date().equals(e.date()) ? date.movedTo(e.start()) : date),
                        state.round());
        };
    }

    private static Begun begin(Begun state, RoundBegun e) {
        var looks = e.task() instanceof Task.Alike alike
                ? Stream.concat(state.looks().stream(), Stream.of(new Look(e.number(), alike.template())))
                        .toList()
                : state.looks();
        return new Begun(
                state.organizer(),
                state.first(),
                state.plan(),
                looks,
                state.dates(),
                new Round(e.number(), e.task(), e.dates().size(), e.dates()));
    }

    private static Begun done(Begun state, DatesDone e) {
        var results = e.results().stream().collect(Collectors.toMap(Result::date, Function.identity(), (a, b) -> b));
        var dates = each(state, date -> {
            var result = results.get(date.date());
            return result == null ? date : date.after(result, state.round());
        });
        return with(state, dates, state.round().without(e.results()));
    }

    /** A look that no date has any more is forgotten, but never the newest. */
    private static Begun with(Begun state, List<SeriesDate> dates, Round round) {
        var had = dates.stream().map(SeriesDate::look).collect(Collectors.toSet());
        var newest = state.looks().getLast();
        var looks = state.looks().stream()
                .filter(look -> look.equals(newest) || had.contains(look.number()))
                .toList();
        return new Begun(state.organizer(), state.first(), state.plan(), looks, dates, round);
    }

    private static List<SeriesDate> each(Begun state, UnaryOperator<SeriesDate> change) {
        return state.dates().stream().map(change).toList();
    }
}
