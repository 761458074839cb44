package downbeat.discovery.journey;

import downbeat.kernel.AccountId;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where those went who tried a trainer's classes online. The funnel is of those whose four weeks since their first class of the
 * period are over; what they did within these four weeks is in it.
 *
 * @param tried people who took part online in the period
 * @param open of these, whose four weeks are not over yet
 * @param shown pop-ups, of those who let it be noted
 * @param again who took part in something else within 14 days of their first visit, of those whose 14 days are over
 * @param week people who came to a pop-up within 7 days of a class of the trainer
 * @param fourWeeks the same within 28 days
 */
public record TrainerFigures(
        long tried,
        long open,
        Share shown,
        Share booked,
        Share came,
        Share again,
        Share joined,
        Share week,
        Share fourWeeks,
        Lift lift) {

    /** Takes one walk after the other. */
    public static final class Counting {
        private final String trainer;
        private final Period period;
        private final Instant now;
        private long tried;
        private long open;
        private final Tally shown = new Tally();
        private final Tally booked = new Tally();
        private final Tally came = new Tally();
        private final Tally again = new Tally();
        private final Tally joined = new Tally();
        private final Tally week = new Tally();
        private final Tally fourWeeks = new Tally();
        private final LiftTally lift = new LiftTally();

        public Counting(AccountId trainer, Period period, Instant now) {
            this.trainer = trainer.value();
            this.period = period;
            this.now = now;
        }

        public void add(Walk walk) {
            walk.first(What.TRIED, step -> mine(step) && period.has(step)).ifPresent(first -> add(walk, first));
        }

        private boolean mine(Step step) {
            return step.owner().equals(trainer);
        }

        private void add(Walk walk, Step first) {
            tried++;
            var begun = first.at();
            if (begun.plus(Walk.FOUR_WEEKS).isAfter(now)) {
                open++;
                return;
            }
            shown.count(walk.within(What.SHOWN, begun, Walk.FOUR_WEEKS, any -> true));
            booked.count(walk.within(What.BOOKED, begun, Walk.FOUR_WEEKS, any -> true));
            joined.count(walk.within(What.JOINED, begun, Walk.FOUR_WEEKS, any -> true));
            var visit = walk.first(What.CHECKED_IN, step -> Walk.isWithin(step, begun, Walk.FOUR_WEEKS));
            came.count(visit.isPresent());
            lift.count(walk, visit.isPresent());
            visit.filter(step -> !step.at().plus(Walk.AGAIN).isAfter(now))
                    .ifPresent(step -> again.count(walk.cameAgainAfter(step)));
            var soonest = walk.all(What.CHECKED_IN)
                    .flatMap(step -> walk.sinceTrying(step, this::mine).stream())
                    .min(Comparator.naturalOrder());
            week.count(soonest.filter(gap -> gap.compareTo(Walk.WEEK) <= 0).isPresent());
            fourWeeks.count(
                    soonest.filter(gap -> gap.compareTo(Walk.FOUR_WEEKS) <= 0).isPresent());
        }

        public TrainerFigures figures() {
            return new TrainerFigures(
                    tried,
                    open,
                    shown.share(),
                    booked.share(),
                    came.share(),
                    again.share(),
                    joined.share(),
                    week.share(),
                    fourWeeks.share(),
                    lift.lift());
        }
    }
}
