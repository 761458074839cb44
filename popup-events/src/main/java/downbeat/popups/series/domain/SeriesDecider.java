package downbeat.popups.series.domain;

import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import downbeat.popups.series.domain.Series.Begun;
import downbeat.popups.series.domain.SeriesCommand.*;
import downbeat.popups.series.domain.SeriesEvent.*;
import downbeat.popups.series.domain.SeriesRefusal.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** The rules of a series: one round after the other, each through dates that are named before it begins. */
public final class SeriesDecider implements Decider<SeriesCommand, SeriesEvent, Series, SeriesReply> {

    @Override
    public Series initial() {
        return new Series.Blank();
    }

    @Override
    public Decision<SeriesEvent, SeriesReply> decide(Series state, SeriesCommand command, Instant now) {
        return switch (state) {
            case Series.Blank blank ->
                command instanceof Begin begin ? Beginning.of(begin, now) : Decision.refuse(new NoSuchSeries());
            case Begun begun -> decide(begun, command, now);
        };
    }

    private static Decision<SeriesEvent, SeriesReply> decide(Begun state, SeriesCommand command, Instant now) {
        return switch (command) {
            case Begin c -> again(state, c);
            case Run c -> run(state, c.task(), now);
            case MoveDate c -> move(state, c, now);
            case Note c -> note(state, c, now);
        };
    }

    private static Decision<SeriesEvent, SeriesReply> again(Begun state, Begin begin) {
        boolean same = state.organizer().equals(begin.organizer())
                && state.first().equals(begin.first())
                && state.plan().equals(begin.plan());
        return same ? underway(1) : Decision.refuse(new SeriesExists());
    }

    private static Decision<SeriesEvent, SeriesReply> run(Begun state, Task task, Instant now) {
        if (!state.round().over()) {
            return Decision.refuse(new RoundIsOn(state.round().open().size()));
        }
        var zone = state.template().details().place().zone();
        var coming = state.dates().stream()
                .filter(date -> date.state() == SeriesDate.State.MADE)
                .filter(date -> date.start().atZone(zone).toInstant().isAfter(now))
                .map(SeriesDate::date)
                .toList();
        return coming.isEmpty()
                ? Decision.refuse(new NothingToCome())
                : Decision.accept(
                        new SeriesReply.Underway(state.round().number() + 1), round(state, task, coming, now));
    }

    private static RoundBegun round(Begun state, Task task, List<LocalDate> dates, Instant now) {
        return new RoundBegun(state.round().number() + 1, task, dates, now);
    }

    private static Decision<SeriesEvent, SeriesReply> move(Begun state, MoveDate command, Instant now) {
        var date = state.dates().stream()
                .filter(one -> one.date().equals(command.date()))
                .findFirst();
        if (date.isEmpty()) {
            return Decision.refuse(new NoSuchDate(command.date()));
        }
        if (date.get().made()) {
            return Decision.refuse(new DateIsMade(command.date()));
        }
        if (!state.round().over()) {
            return Decision.refuse(new RoundIsOn(state.round().open().size()));
        }
        var trouble =
                Trouble.with(command.start(), state.template().details().place().zone(), now);
        return trouble.<Decision<SeriesEvent, SeriesReply>>map(wrong -> Decision.refuse(new DateDoesNotWork(wrong)))
                .orElseGet(() -> Decision.accept(
                        new SeriesReply.Underway(state.round().number() + 1),
                        new DateMoved(command.date(), command.start(), now),
                        round(state, new Task.Make(), List.of(command.date()), now)));
    }

    private static Decision<SeriesEvent, SeriesReply> note(Begun state, Note command, Instant now) {
        if (command.round() != state.round().number()) {
            return underway(state.round().number());
        }
        var open = new HashSet<>(state.round().open());
        var news = command.results().stream()
                .filter(result -> open.contains(result.date()))
                .toList();
        return news.isEmpty()
                ? underway(command.round())
                : Decision.accept(new SeriesReply.Underway(command.round()), new DatesDone(command.round(), news, now));
    }

    private static Decision<SeriesEvent, SeriesReply> underway(int round) {
        return Decision.accept(new SeriesReply.Underway(round));
    }

    @Override
    public Series evolve(Series state, SeriesEvent event) {
        return Story.after(state, event);
    }
}
