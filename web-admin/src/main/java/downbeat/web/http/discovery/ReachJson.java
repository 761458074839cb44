package downbeat.web.http.discovery;

import downbeat.discovery.gazetteer.Gazetteer;
import downbeat.discovery.gazetteer.NamedPlace;
import downbeat.discovery.index.Area;
import downbeat.discovery.journey.Headcount;
import downbeat.discovery.journey.Lift;
import downbeat.discovery.journey.Neighbourhood;
import downbeat.discovery.journey.OrganizerFigures;
import downbeat.discovery.journey.Period;
import downbeat.discovery.journey.Share;
import downbeat.discovery.journey.TrainerFigures;
import downbeat.kernel.Cell;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What discovery has led to, as it is told: nothing behind which a few people stand. */
final class ReachJson {
    /** The busiest place so near to the middle of a neighbourhood names it, in metres. */
    private static final double NEAR = 1_400;

    private ReachJson() {}

    private static @Nullable Long told(long people) {
        var told = Headcount.told(people);
        return told.isPresent() ? (Long) told.getAsLong() : null;
    }

    /** Of so many, null where it is a few. */
    record ShareJson(
            @Nullable Long people,
            @Nullable Long of,
            @Nullable Double share) {
        static ShareJson of(Share share) {
            return share.crowd()
                    ? new ShareJson(share.people(), share.of(), share.of() == 0 ? null : share.value())
                    : new ShareJson(null, told(share.of()), null);
        }

        static ShareJson untold() {
            return new ShareJson(null, null, null);
        }
    }

    /** A step of the funnel, or a window. */
    record StepJson(String step, ShareJson count) {
        static StepJson of(String step, Share share) {
            return new StepJson(step, ShareJson.of(share));
        }
    }

    /**
     * The groups beside each other; one that is a few hides the other, since both together are told elsewhere.
     *
     * @param leastSeen the smallest difference that would be seen four times of five
     */
    record LiftJson(
            String verdict,
            ShareJson open,
            ShareJson heldOut,
            @Nullable Double difference,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double leastSeen) {
        static LiftJson of(Lift lift) {
            var verdict = lift.verdict();
            if (verdict == Lift.Verdict.TOO_FEW) {
                return new LiftJson(verdict.name(), ShareJson.untold(), ShareJson.untold(), null, null, null, null);
            }
            var interval = lift.interval();
            return new LiftJson(
                    verdict.name(),
                    ShareJson.of(lift.open()),
                    ShareJson.of(lift.heldOut()),
                    lift.difference(),
                    interval.low(),
                    interval.high(),
                    lift.leastSeen());
        }
    }

    /** @param name of the busiest place in it; null where none is known, and of what is put together */
    record NeighbourhoodJson(
            @Nullable String cell,
            @Nullable String name,
            ShareJson count,
            @Nullable Double lift) {
        static NeighbourhoodJson of(Neighbourhood it) {
            return new NeighbourhoodJson(
                    it.cell().map(Cell::toString).orElse(null),
                    it.cell().map(NeighbourhoodJson::name).orElse(null),
                    ShareJson.of(it.came()),
                    it.lift().orElse(null));
        }

        private static @Nullable String name(Cell cell) {
            return Gazetteer.shipped().within(new Area.Circle(cell.centre(), NEAR), 1).stream()
                    .findFirst()
                    .map(NamedPlace::name)
                    .orElse(null);
        }
    }

    record TrainerReachJson(
            Instant from,
            Instant until,
            int crowd,
            @Nullable Long tried,
            @Nullable Long open,
            List<StepJson> funnel,
            List<StepJson> credited,
            LiftJson lift) {
        static TrainerReachJson of(TrainerFigures it, Period period) {
            return new TrainerReachJson(
                    period.from(),
                    period.until(),
                    Headcount.CROWD,
                    told(it.tried()),
                    told(it.open()),
                    List.of(
                            StepJson.of("shown", it.shown()),
                            StepJson.of("booked", it.booked()),
                            StepJson.of("came", it.came()),
                            StepJson.of("again", it.again()),
                            StepJson.of("joined", it.joined())),
                    List.of(StepJson.of("days7", it.week()), StepJson.of("days28", it.fourWeeks())),
                    LiftJson.of(it.lift()));
        }

        List<LineJson> lines() {
            return Stream.of(
                            Stream.of(LineJson.count("tried", tried), LineJson.count("open", open)),
                            funnel.stream().map(LineJson::of),
                            credited.stream().map(LineJson::of),
                            LineJson.of(lift))
                    .flatMap(it -> it)
                    .toList();
        }
    }

    record OrganizerReachJson(
            Instant from,
            Instant until,
            int crowd,
            List<StepJson> visits,
            LiftJson lift,
            List<NeighbourhoodJson> neighbourhoods) {
        static OrganizerReachJson of(OrganizerFigures it, Period period) {
            return new OrganizerReachJson(
                    period.from(),
                    period.until(),
                    Headcount.CROWD,
                    List.of(
                            StepJson.of("days7", it.week()),
                            StepJson.of("days28", it.fourWeeks()),
                            StepJson.of("discovered", it.discovered()),
                            StepJson.of("again", it.again())),
                    LiftJson.of(it.lift()),
                    it.neighbourhoods().stream().map(NeighbourhoodJson::of).toList());
        }

        List<LineJson> lines() {
            return Stream.of(
                            visits.stream().map(LineJson::of),
                            LineJson.of(lift),
                            neighbourhoods.stream().map(LineJson::of))
                    .flatMap(it -> it)
                    .toList();
        }
    }

    /** A figure in one line of a table, null where it is not told. */
    record LineJson(
            String figure,
            @Nullable Long people,
            @Nullable Long of,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String remark) {
        static LineJson count(String figure, @Nullable Long people) {
            return new LineJson(figure, people, null, null, null, null, null);
        }

        static LineJson of(StepJson step) {
            return share(step.step(), step.count(), null);
        }

        static Stream<LineJson> of(LiftJson lift) {
            return Stream.of(
                    share("open", lift.open(), null),
                    share("heldOut", lift.heldOut(), null),
                    new LineJson("lift", null, null, lift.difference(), lift.low(), lift.high(), lift.verdict()));
        }

        static LineJson of(NeighbourhoodJson it) {
            return share(it.cell() == null ? "elsewhere" : it.cell(), it.count(), it.name());
        }

        private static LineJson share(String figure, ShareJson count, @Nullable String remark) {
            return new LineJson(figure, count.people(), count.of(), count.share(), null, null, remark);
        }
    }
}
