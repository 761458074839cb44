package downbeat.discovery.journey;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The weeks that figures are about. Only whole ones, and only so many as there is a choice of: two periods that differ by a day
 * would tell what one person did.
 *
 * @param until not in it any more
 */
public record Period(Instant from, Instant until) {

    /** The last whole weeks before now, which begin on Mondays at midnight UTC. */
    public static Period weeks(int count, Instant now) {
        var monday = now.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(monday.minusWeeks(count).toInstant(), monday.toInstant());
    }

    boolean has(Step step) {
        return !step.at().isBefore(from) && step.at().isBefore(until);
    }
}
