package downbeat.popups.golden;

import static downbeat.popups.domain.Fixtures.BEFORE;
import static downbeat.popups.domain.Fixtures.ORGANIZER;
import static downbeat.popups.series.domain.SeriesFixtures.*;

import downbeat.popups.series.domain.Look;
import downbeat.popups.series.domain.MovedDate;
import downbeat.popups.series.domain.Recurrence;
import downbeat.popups.series.domain.Result;
import downbeat.popups.series.domain.Round;
import downbeat.popups.series.domain.Series;
import downbeat.popups.series.domain.SeriesCommand;
import downbeat.popups.series.domain.SeriesDate;
import downbeat.popups.series.domain.SeriesEvent;
import downbeat.popups.series.domain.SeriesPlan;
import downbeat.popups.series.domain.SeriesRefusal;
import downbeat.popups.series.domain.SeriesReply;
import downbeat.popups.series.domain.Task;
import downbeat.popups.series.domain.Trouble;
import downbeat.popups.series.entity.SeriesCard;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

final class SeriesSamples {
    private static final LocalDateTime LATER = LocalDateTime.parse("2026-12-15T19:30");
    private static final SeriesPlan PLAN = new SeriesPlan(
            new Recurrence("FREQ=WEEKLY;COUNT=4"),
            DAY_ONE,
            List.of(day("2026-12-22")),
            List.of(new MovedDate(day("2026-12-15"), LATER)));
    private static final Trouble NIGHT =
            new Trouble("start-does-not-exist", "The clocks go forward.", Optional.of(LATER));
    private static final List<SeriesDate> DATES = List.of(
            new SeriesDate(DAY_ONE, RIDE.timing().start(), FIRST, SeriesDate.State.CANCELLED, 1, Optional.empty()),
            new SeriesDate(
                    day("2026-12-15"),
                    LATER,
                    RIDES.popUp(day("2026-12-15")),
                    SeriesDate.State.PLANNED,
                    1,
                    Optional.of(NIGHT)));
    private static final List<Result> RESULTS = List.of(
            new Result(DAY_ONE, Optional.empty()), new Result(day("2026-12-15"), Optional.of(Trouble.CHANGED_BY_HAND)));
    private static final Round ROUND = new Round(2, new Task.Publish(), 2, List.of(DAY_ONE));
    private static final List<Look> LOOKS = List.of(new Look(1, TEMPLATE));

    private SeriesSamples() {}

    static List<SeriesCommand> commands() {
        return List.of(
                new SeriesCommand.Begin(RIDES, ORGANIZER, FIRST, TEMPLATE, PLAN),
                new SeriesCommand.Run(new Task.Publish()),
                new SeriesCommand.Run(new Task.Make()),
                new SeriesCommand.Run(new Task.Alike(TEMPLATE)),
                new SeriesCommand.Run(new Task.Cancel("rain")),
                new SeriesCommand.MoveDate(day("2026-12-15"), LATER),
                new SeriesCommand.Note(2, RESULTS));
    }

    static List<SeriesEvent> events() {
        return List.of(
                new SeriesEvent.SeriesBegun(ORGANIZER, FIRST, TEMPLATE, PLAN, DATES, BEFORE),
                new SeriesEvent.RoundBegun(1, new Task.Make(), List.of(day("2026-12-15")), BEFORE),
                new SeriesEvent.RoundBegun(2, new Task.Publish(), List.of(DAY_ONE), BEFORE),
                new SeriesEvent.RoundBegun(3, new Task.Alike(TEMPLATE), List.of(DAY_ONE), BEFORE),
                new SeriesEvent.RoundBegun(4, new Task.Cancel("rain"), List.of(DAY_ONE), BEFORE),
                new SeriesEvent.DatesDone(2, RESULTS, BEFORE),
                new SeriesEvent.DateMoved(day("2026-12-15"), LATER, BEFORE));
    }

    static List<Series> states() {
        return List.of(new Series.Blank(), new Series.Begun(ORGANIZER, FIRST, PLAN, LOOKS, DATES, ROUND));
    }

    static List<SeriesReply> replies() {
        return List.of(new SeriesReply.Underway(2));
    }

    static List<SeriesRefusal> refusals() {
        return List.of(
                new SeriesRefusal.NoSuchSeries(),
                new SeriesRefusal.SeriesExists(),
                new SeriesRefusal.TooManyDates(500),
                new SeriesRefusal.NoDates(),
                new SeriesRefusal.NotADateOfIt("leaveOut", day("2026-12-23")),
                new SeriesRefusal.RoundIsOn(12),
                new SeriesRefusal.NothingToCome(),
                new SeriesRefusal.NoSuchDate(day("2026-12-23")),
                new SeriesRefusal.DateIsMade(day("2026-12-15")),
                new SeriesRefusal.DateDoesNotWork(NIGHT));
    }

    static List<SeriesCard> cards() {
        return List.of(new SeriesCard(ORGANIZER, FIRST, PLAN, LOOKS, DATES, ROUND));
    }
}
