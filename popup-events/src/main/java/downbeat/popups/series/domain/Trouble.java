package downbeat.popups.series.domain;

import downbeat.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Why a date of a series is not as it was asked for.
 *
 * @param code for programs
 * @param detail one sentence that says what to do about it
 * @param instead a start that would do
 */
public record Trouble(String code, String detail, Optional<LocalDateTime> instead) {
    /** Not the series' to change: its organizer has. */
    public static final Trouble CHANGED_BY_HAND = new Trouble(
            "changed-by-hand", "You changed this one by itself; it stays as you left it.", Optional.empty());

    public static Trouble of(Refusal refusal) {
        return new Trouble(refusal.code(), refusal.detail(), Optional.empty());
    }

    /** What is wrong with a start: it has passed, or the clocks of the place jump over it or show it twice. */
    public static Optional<Trouble> with(LocalDateTime start, ZoneId zone, Instant now) {
        var offsets = zone.getRules().getValidOffsets(start);
        if (offsets.size() == 1) {
            return start.toInstant(offsets.getFirst()).isAfter(now)
                    ? Optional.empty()
                    : Optional.of(new Trouble(
                            "start-in-past",
                            "This start has passed; leave it out or choose a later one.",
                            Optional.empty()));
        }
        var jump = zone.getRules().getTransition(start);
        var after = offsets.isEmpty() ? jump.getDateTimeAfter() : jump.getDateTimeBefore();
        var why = offsets.isEmpty()
                ? "does not exist there: the clocks go forward to " + after
                : "happens twice there: the clocks go back";
        return Optional.of(new Trouble(
                offsets.isEmpty() ? "start-does-not-exist" : "start-happens-twice",
                start + " " + why + "; begin at " + after + ", or leave it out.",
                Optional.of(after)));
    }
}
