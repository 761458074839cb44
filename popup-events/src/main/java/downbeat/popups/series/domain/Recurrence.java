package downbeat.popups.series.domain;

import downbeat.kernel.bound.Bounds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * On which days something takes place again and again: a recurrence rule as RFC 5545 writes it, without what no organizer
 * needs and with an end.
 *
 * @param rule {@code FREQ} of {@code DAILY}, {@code WEEKLY} or {@code MONTHLY}, {@code INTERVAL} 1 to 99, {@code BYDAY}
 *     (every week {@code TU,TH}; every month {@code 1TU} or {@code -1FR}), and either {@code COUNT} or {@code UNTIL}, a date
 */
public record Recurrence(String rule) {
    /** The longest series. */
    public static final int MOST = 500;

    private static final int MOST_YEARS = 10;
    /** What a pop-up can begin on. */
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private static final Set<Freq> FREQUENCIES = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY);
    /** By name: the library cannot load its parts before its rule. */
    private static final Set<String> KNOWN = Set.of("FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL");

    public Recurrence {
        Bounds.text("rule", rule, 1, 200);
        check(parse(rule));
    }

    /** From a day on, which is one of them only if the rule means it. At most {@link #MOST} and one more. */
    List<LocalDate> dates(LocalDate from) {
        var rest = parse(rule).iterator(new DateTime(from.getYear(), from.getMonthValue() - 1, from.getDayOfMonth()));
        var tenYears = from.plusYears(MOST_YEARS);
        var last = tenYears.isBefore(LAST_DAY) ? tenYears : LAST_DAY;
        var dates = new ArrayList<LocalDate>();
        while (rest.hasNext() && dates.size() <= MOST) {
            var next = rest.nextDateTime();
            var date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (date.isAfter(last)) {
                return List.copyOf(dates);
            }
            dates.add(date);
        }
        return List.copyOf(dates);
    }

    private static RecurrenceRule parse(String rule) {
        try {
            return new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "rule must be a recurrence rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=TU;COUNT=10", e);
        }
    }

    private static void check(RecurrenceRule rule) {
        for (var part : Part.values()) {
            Bounds.require(!rule.hasPart(part) || KNOWN.contains(part.name()), "rule must not have " + part + " here");
        }
        Bounds.require(FREQUENCIES.contains(rule.getFreq()), "rule must have FREQ DAILY, WEEKLY or MONTHLY");
        Bounds.number("rule with an INTERVAL", rule.getInterval(), 1, 99);
        Bounds.require(
                (rule.getCount() == null) != (rule.getUntil() == null), "rule must end: give it either COUNT or UNTIL");
        Bounds.require(
                rule.getUntil() == null || rule.getUntil().isAllDay(),
                "rule must have a date as UNTIL, such as 20261231");
        checkDays(rule);
    }

    private static void checkDays(RecurrenceRule rule) {
        boolean monthly = rule.getFreq() == Freq.MONTHLY;
        var days = rule.getByDayPart();
        if (days == null) {
            return;
        }
        Bounds.require(rule.getFreq() != Freq.DAILY, "rule must not have BYDAY with DAILY; say WEEKLY");
        for (var day : days) {
            Bounds.require(
                    monthly ? Math.abs(day.pos) <= 5 && day.pos != 0 : day.pos == 0,
                    monthly
                            ? "rule must say which weekday of the month, such as 1TU or -1FR"
                            : "rule must name weekdays without a number, such as TU,TH");
        }
    }
}
