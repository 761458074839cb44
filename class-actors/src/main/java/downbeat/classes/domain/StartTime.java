package downbeat.classes.domain;

import downbeat.kernel.TimeWindow;
import java.util.Optional;

/** The instant a local start means, if it means exactly one. */
final class StartTime {
    private StartTime() {}

    /** Why a local start means no instant, or two: clocks go forward or back over it. */
    static Optional<LiveClassRefusal> problem(ClassDetails details) {
        var start = details.localStart();
        var zone = details.zone();
        var offsets = zone.getRules().getValidOffsets(start);
        return switch (offsets.size()) {
            case 1 -> Optional.empty();
            case 0 ->
                Optional.of(new LiveClassRefusal.StartDoesNotExist(
                        start, zone, zone.getRules().getTransition(start).getDateTimeAfter()));
            default ->
                Optional.of(new LiveClassRefusal.StartHappensTwice(start, zone, offsets.getFirst(), offsets.getLast()));
        };
    }

    static TimeWindow window(ClassDetails details) {
        var start = details.localStart().atZone(details.zone()).toInstant();
        return new TimeWindow(start, start.plus(details.length()));
    }
}
