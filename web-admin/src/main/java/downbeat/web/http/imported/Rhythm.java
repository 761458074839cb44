package downbeat.web.http.imported;

import downbeat.web.http.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The dates of an event that repeats, as far as an import needs them: the first that is not over and not left out.
 *
 * @param start the first of all
 * @param without beginnings that are left out or that are events of their own
 */
record Rhythm(Moment start, Duration length, String rule, Set<Instant> without) {
    /** Dates looked at: thirteen years of days. A rule without an end is read no further. */
    private static final int MOST = 5000;

    private static final Set<Freq> FREQUENCIES = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    Optional<Moment> firstAfter(Instant now) {
        if (fits(start, now)) {
            return Optional.of(start);
        }
        var dates = dates();
        for (int i = 0; i < MOST && dates.hasNext(); i++) {
            var date = Moment.of(Instant.ofEpochMilli(dates.nextMillis()), start.zone());
            if (fits(date, now)) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    private boolean fits(Moment date, Instant now) {
        return !without.contains(date.instant()) && date.plus(length).instant().isAfter(now);
    }

    private RecurrenceRuleIterator dates() {
        try {
            var parsed = new RecurrenceRule(rule, RfcMode.RFC2445_LAX);
            if (!FREQUENCIES.contains(parsed.getFreq())) {
                throw ProblemType.BAD_FIELD.at(
                        "RRULE", "must repeat by days, weeks, months or years; make this event one without a rule.");
            }
            return parsed.iterator(new DateTime(
                    TimeZone.getTimeZone(start.zone()), start.instant().toEpochMilli()));
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw ProblemType.BAD_FIELD.at(
                    "RRULE", "cannot be read: it must be a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=TU.");
        }
    }
}
