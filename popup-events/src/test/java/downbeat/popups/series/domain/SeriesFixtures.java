package downbeat.popups.series.domain;

import static downbeat.popups.domain.Fixtures.BEFORE;
import static downbeat.popups.domain.Fixtures.ORGANIZER;
import static downbeat.popups.domain.Fixtures.details;
import static downbeat.popups.domain.Fixtures.standard;

import downbeat.kernel.spec.DeciderSpec;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.Gate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An evening ride in Berlin, every week from the first of December 2026 on, a Tuesday. */
public final class SeriesFixtures {
    public static final SeriesId RIDES = new SeriesId("s-rides");
    public static final PopUpId FIRST = new PopUpId("u-first");
    public static final PopUpDetails RIDE = details(12, standard(12));
    public static final Template TEMPLATE = new Template(RIDE, List.of(Gate.main()));
    public static final LocalDate DAY_ONE = LocalDate.parse("2026-12-01");

    private SeriesFixtures() {}

    public static SeriesPlan plan(String rule) {
        return new SeriesPlan(new Recurrence(rule), DAY_ONE, List.of(), List.of());
    }

    public static SeriesCommand.Begin begin(SeriesPlan plan) {
        return begin(RIDES, plan);
    }

    public static SeriesCommand.Begin begin(SeriesId id, SeriesPlan plan) {
        return new SeriesCommand.Begin(id, ORGANIZER, FIRST, TEMPLATE, plan);
    }

    public static DeciderSpec<SeriesCommand, SeriesEvent, Series, SeriesReply> spec() {
        return DeciderSpec.of(new SeriesDecider(), BEFORE);
    }

    /** Begun, and nothing made yet but the first. */
    public static DeciderSpec<SeriesCommand, SeriesEvent, Series, SeriesReply> begun(SeriesPlan plan) {
        return spec().when(begin(plan)).and();
    }

    /** All of it made. */
    public static DeciderSpec<SeriesCommand, SeriesEvent, Series, SeriesReply> made(SeriesPlan plan) {
        var begun = begun(plan);
        var open = ((Series.Begun) begun.state()).round().open();
        return begun.when(new SeriesCommand.Note(1, fine(open))).and();
    }

    public static List<Result> fine(List<LocalDate> dates) {
        return dates.stream().map(date -> new Result(date, Optional.empty())).toList();
    }

    public static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
