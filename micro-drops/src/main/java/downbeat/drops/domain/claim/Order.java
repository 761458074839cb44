package downbeat.drops.domain.claim;

import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.bound.Bounds;
import java.util.Optional;

/**
 * What somebody wants, and where and when they collect it.
 *
 * @param units 1 to 100
 * @param window empty online only
 */
public record Order(BundleId bundle, int units, PointId point, Optional<WindowId> window) {
    public static final int MOST_UNITS = 100;

    public Order {
        Bounds.number("units", units, 1, MOST_UNITS);
    }

    public Order at(PointId otherPoint, WindowId otherWindow) {
        return new Order(bundle, units, otherPoint, Optional.of(otherWindow));
    }
}
