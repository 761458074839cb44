package downbeat.discovery.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Days of the week and hours of the day by the clock of a zone.
 *
 * @param days on which the hours begin; every day when empty
 * @param from included
 * @param to not included; earlier than {@code from} is over midnight, the same is the whole day
 */
public record Hours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public Hours {
        days = Set.copyOf(days);
    }

    /** Every day, at any hour. */
    public static Hours any(ZoneId zone) {
        return new Hours(zone, Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    public boolean hold(Instant at) {
        var local = at.atZone(zone);
        var time = local.toLocalTime();
        var today = local.getDayOfWeek();
        if (from.equals(to)) {
            return on(today);
        }
        if (from.isBefore(to)) {
            return on(today) && !time.isBefore(from) && time.isBefore(to);
        }
        return (on(today) && !time.isBefore(from)) || (on(today.minus(1)) && time.isBefore(to));
    }

    private boolean on(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
