package downbeat.drops.domain.point;

import downbeat.kernel.TimeWindow;
import downbeat.kernel.bound.Bounds;
import java.time.Duration;

/**
 * When claims are collected at a point.
 *
 * @param capacity how many claims are collected in it at most, 1 to 10,000
 */
public record PickupWindow(WindowId id, TimeWindow time, int capacity) {
    public static final int MOST = 10_000;

    public PickupWindow {
        Bounds.number("capacity", capacity, 1, MOST);
    }

    PickupWindow moved(Duration by) {
        return new PickupWindow(
                id, new TimeWindow(time.start().plus(by), time.end().plus(by)), capacity);
    }
}
