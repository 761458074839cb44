package downbeat.classes.domain.room;

import downbeat.kernel.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From coming in to going out.
 *
 * @param to empty while inside
 */
public record Stay(Instant from, Optional<Instant> to) {

    public Stay {
        if (to.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException("a stay from " + from + " cannot end before, at " + to);
        }
    }

    boolean open() {
        return to.isEmpty();
    }

    /** As much of it as lies within a window. */
    Duration within(TimeWindow window) {
        var begin = from.isAfter(window.start()) ? from : window.start();
        var end = to.filter(window.end()::isAfter).orElse(window.end());
        return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    }
}
