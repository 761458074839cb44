package downbeat.popups.domain;

import downbeat.kernel.TimeWindow;
import java.util.Optional;

/** The instant a local start means, if it means exactly one. */
public final class StartTime {
    private StartTime() {}

    /** Why a local start means no instant, or two: clocks go forward or back over it. */
    public static Optional<PopUpRefusal> problem(PopUpDetails details) {
        var start = details.timing().start();
        var zone = details.place().zone();
        var offsets = zone.getRules().getValidOffsets(start);
        return switch (offsets.size()) {
            case 1 -> Optional.empty();
            case 0 ->
                Optional.of(new LifeRefusal.StartDoesNotExist(
                        start, zone, zone.getRules().getTransition(start).getDateTimeAfter()));
            default ->
                Optional.of(new LifeRefusal.StartHappensTwice(start, zone, offsets.getFirst(), offsets.getLast()));
        };
    }

    static TimeWindow window(PopUpDetails details) {
        var start = details.timing().start().atZone(details.place().zone()).toInstant();
        return new TimeWindow(start, start.plus(details.timing().length()));
    }
}
