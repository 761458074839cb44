package downbeat.web.http.imported;

import downbeat.web.http.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Pattern UNTIL = Pattern.compile("UNTIL=(\\d{8})(T\\d{6})?(?=;|$)");

    private static final Set<Freq> FREQUENCIES = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    Optional<Moment> firstAfter(Instant now) {
        if (fits(start, now)) {
            return Optional.of(start);
        }
        try {
            return next(dates(), now);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException | DateTimeException e) {
            throw ProblemType.BAD_FIELD.at(
                    "RRULE",
                    "cannot be read, or means no date: it must be a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=TU.");
        }
    }

    private Optional<Moment> next(RecurrenceRuleIterator dates, Instant now) {
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

    private RecurrenceRuleIterator dates() throws InvalidRecurrenceRuleException {
        var parsed = new RecurrenceRule(UNTIL.matcher(rule).replaceAll(this::untilInUtc), RfcMode.RFC2445_LAX);
        if (!FREQUENCIES.contains(parsed.getFreq())) {
            throw ProblemType.BAD_FIELD.at(
                    "RRULE", "must repeat by days, weeks, months or years; make this event one without a rule.");
        }
        return parsed.iterator(
                new DateTime(TimeZone.getTimeZone(start.zone()), start.instant().toEpochMilli()));
    }

    /** A day, or a time on the clocks of the place, as the end of a rule whose dates have a zone. */
    private String untilInUtc(MatchResult until) {
        var time = until.group(2) == null ? "T235959" : until.group(2);
        var local = LocalDateTime.parse(until.group(1) + time, BASIC);
        return "UNTIL=" + BASIC.format(local.atZone(start.zone()).withZoneSameInstant(ZoneOffset.UTC)) + "Z";
    }
}
