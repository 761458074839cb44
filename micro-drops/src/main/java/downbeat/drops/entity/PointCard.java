package downbeat.drops.entity;

import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.point.PointId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A collection point.
 *
 * @param left units of each bundle that can be claimed there now
 * @param closed why nothing is collected there any more
 */
public record PointCard(
        PointId id,
        String name,
        ZoneId zone,
        List<StockCard> stock,
        List<WindowCard> windows,
        Map<BundleId, Integer> left,
        Optional<String> closed) {
    public PointCard {
        stock = List.copyOf(stock);
        windows = List.copyOf(windows);
        left = Map.copyOf(left);
    }
}
