package downbeat.discovery.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hours of each day in which nobody is told, by the clock of a zone. Where clocks are put back they end at the later of the two
 * times of that name; where clocks are put forward and leave a time out, it is as much later.
 *
 * @param to earlier than {@code from} is on the next day; never the same
 */
public record QuietHours(ZoneId zone, LocalTime from, LocalTime to) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("to must not be the same as from");
        }
    }

    /** When they end, if they are now. */
    public Optional<Instant> until(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(day -> !begin(day).isAfter(now))
                .map(this::end)
                .filter(end -> end.isAfter(now))
                .findFirst();
    }

    private Instant begin(LocalDate day) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    private Instant end(LocalDate day) {
        var last = from.isBefore(to) ? day : day.plusDays(1);
        return last.atTime(to).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
