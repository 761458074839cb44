package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a member was in the class.
 *
 * @param expected when the first join token was handed out; null when the member came without
 * @param stays from arrival to leaving, in order; the last may be open
 */
public record Visit(String name, @Nullable ClassTime expected, List<Stay> stays) {
    /** Coming back within this time counts as never gone. */
    public static final Duration BLINK = Duration.ofSeconds(30);

    public record Stay(ClassTime from, @Nullable ClassTime to) {}

    public Visit {
        stays = List.copyOf(stays);
    }

    static Visit expected(ClassTime at) {
        return new Visit("", at, List.of());
    }

    Visit arrived(String name, ClassTime at) {
        var more = new ArrayList<>(stays);
        if (!here()) {
            more.add(new Stay(at, null));
        }
        return new Visit(name, expected, more);
    }

    Visit called(String newName) {
        return new Visit(newName, expected, stays);
    }

    Visit left(ClassTime at) {
        if (!here()) {
            return this;
        }
        var closed = new ArrayList<>(stays);
        closed.set(closed.size() - 1, new Stay(stays.getLast().from(), at));
        return new Visit(name, expected, closed);
    }

    public boolean joined() {
        return !stays.isEmpty();
    }

    public boolean here() {
        return joined() && stays.getLast().to() == null;
    }

    /** First arrival; only if {@link #joined}. */
    public ClassTime first() {
        return stays.getFirst().from();
    }

    /** Time in the class between two instants. */
    public Duration within(ClassTime start, ClassTime end) {
        var total = Duration.ZERO;
        for (var stay : stays) {
            var from = ClassTime.later(stay.from(), start);
            var to = stay.to() == null || stay.to().isAfter(end) ? end : stay.to();
            if (to.isAfter(from)) {
                total = total.plus(to.since(from));
            }
        }
        return total;
    }

    /** Whether the member was here at some time between two instants. */
    boolean hereBetween(ClassTime from, ClassTime to) {
        return stays.stream()
                .anyMatch(stay -> !stay.from().isAfter(to) && (stay.to() == null || !from.isAfter(stay.to())));
    }

    /** Whether the member was here at an instant, or back within {@link #BLINK} of leaving before it. */
    public boolean hereAt(ClassTime at) {
        for (var i = 0; i < stays.size(); i++) {
            var stay = stays.get(i);
            var next = i + 1 < stays.size() ? stays.get(i + 1).from() : null;
            var until = stay.to();
            var blinked = until != null
                    && next != null
                    && !next.since(until).minus(BLINK).isPositive();
            var end = until == null ? null : blinked ? next : until;
            if (!stay.from().isAfter(at) && (end == null || !end.isBefore(at))) {
                return true;
            }
        }
        return false;
    }
}
