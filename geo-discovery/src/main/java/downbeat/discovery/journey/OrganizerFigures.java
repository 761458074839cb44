package downbeat.discovery.journey;

import downbeat.kernel.AccountId;
import downbeat.kernel.Cell;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Where an organizer's guests came from. A guest counts once for each pop-up.
 *
 * @param week visits within 7 days of a class online, of all visits of the period
 * @param fourWeeks the same within 28 days
 * @param discovered visits to what had been shown to the guest in the 28 days before they booked
 * @param again guests who took part in something else within 14 days, of the visits whose 14 days are over
 * @param lift of all who tried a class online in the period, whose 28 days are over: who came to the organizer within them
 */
public record OrganizerFigures(
        Share week, Share fourWeeks, Share discovered, Share again, Lift lift, List<Neighbourhood> neighbourhoods) {

    /** Takes one walk after the other. */
    public static final class Counting {
        private final String organizer;
        private final Period period;
        private final Instant now;
        private final Tally week = new Tally();
        private final Tally fourWeeks = new Tally();
        private final Tally discovered = new Tally();
        private final Tally again = new Tally();
        private final LiftTally lift = new LiftTally();
        private final Map<Cell, Tally> cells = new HashMap<>();

        public Counting(AccountId organizer, Period period, Instant now) {
            this.organizer = organizer.value();
            this.period = period;
            this.now = now;
        }

        public void add(Walk walk) {
            walk.all(What.CHECKED_IN)
                    .filter(step -> mine(step) && period.has(step))
                    .forEach(visit -> visit(walk, visit));
            walk.first(What.TRIED, period::has)
                    .filter(this::over)
                    .ifPresent(first ->
                            lift.count(walk, walk.within(What.CHECKED_IN, first.at(), Walk.FOUR_WEEKS, this::mine)));
            around(walk);
        }

        private boolean mine(Step step) {
            return step.owner().equals(organizer);
        }

        private boolean over(Step step) {
            return !step.at().plus(Walk.FOUR_WEEKS).isAfter(now);
        }

        private void visit(Walk walk, Step visit) {
            var gap = walk.sinceTrying(visit, any -> true);
            week.count(gap.filter(it -> it.compareTo(Walk.WEEK) <= 0).isPresent());
            fourWeeks.count(gap.filter(it -> it.compareTo(Walk.FOUR_WEEKS) <= 0).isPresent());
            var decided = walk.first(What.BOOKED, step -> step.source().equals(visit.source()))
                    .map(Step::at)
                    .orElse(visit.at());
            discovered.count(walk.all(What.SHOWN)
                    .anyMatch(step -> step.source().equals(visit.source())
                            && !step.at().isAfter(decided)
                            && !step.at().isBefore(decided.minus(Walk.FOUR_WEEKS))));
            if (!visit.at().plus(Walk.AGAIN).isAfter(now)) {
                again.count(walk.cameAgainAfter(visit));
            }
        }

        /** Whoever was shown something of a cell counts there once, from the first time in the period. */
        private void around(Walk walk) {
            var counted = new HashSet<Cell>();
            walk.all(What.SHOWN)
                    .filter(step -> mine(step) && period.has(step) && over(step))
                    .forEach(step -> step.cell()
                            .filter(counted::add)
                            .ifPresent(cell -> cells.computeIfAbsent(cell, fresh -> new Tally())
                                    .count(walk.within(
                                            What.CHECKED_IN,
                                            step.at(),
                                            Walk.FOUR_WEEKS,
                                            visit -> mine(visit)
                                                    && visit.cell()
                                                            .filter(cell::equals)
                                                            .isPresent()))));
        }

        public OrganizerFigures figures() {
            var shares = new HashMap<Cell, Share>();
            cells.forEach((cell, tally) -> shares.put(cell, tally.share()));
            return new OrganizerFigures(
                    week.share(),
                    fourWeeks.share(),
                    discovered.share(),
                    again.share(),
                    lift.lift(),
                    Neighbourhood.of(shares));
        }
    }
}
