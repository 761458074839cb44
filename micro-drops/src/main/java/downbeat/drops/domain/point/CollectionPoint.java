package downbeat.drops.domain.point;

import downbeat.drops.domain.bundle.ComponentId;
import downbeat.kernel.bound.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where bundles are collected.
 *
 * @param name of the pop-up, 1 to 120 characters
 * @param zone whose clock hangs there
 * @param stock of each component, 0 to 100,000
 * @param windows 1 to 20, none at {@link PointId#ONLINE}
 */
public record CollectionPoint(
        PointId id, String name, ZoneId zone, Map<ComponentId, Integer> stock, List<PickupWindow> windows) {
    public static final int MOST_WINDOWS = 20;
    public static final int MOST_STOCK = 100_000;

    public CollectionPoint {
        stock = Map.copyOf(stock);
        windows = List.copyOf(windows);
        Bounds.text("name", name, 1, 120);
        stock.values().forEach(count -> Bounds.number("stock", count, 0, MOST_STOCK));
        Bounds.size("windows", windows, id.online() ? 0 : 1, id.online() ? 0 : MOST_WINDOWS);
    }

    /** An instant by the clock there, with its offset, to the second (ISO 8601). */
    public String localText(Instant at) {
        return at.atZone(zone)
                .truncatedTo(ChronoUnit.SECONDS)
                .toOffsetDateTime()
                .toString();
    }

    public int stockOf(ComponentId component) {
        return stock.getOrDefault(component, 0);
    }

    public Optional<PickupWindow> window(WindowId id) {
        return windows.stream().filter(window -> window.id().equals(id)).findFirst();
    }

    /** @param by later when positive, sooner when negative */
    public CollectionPoint moved(String newName, Duration by) {
        return new CollectionPoint(
                id,
                newName,
                zone,
                stock,
                windows.stream().map(window -> window.moved(by)).toList());
    }

    public CollectionPoint restocked(ComponentId component, int count) {
        var changed = new HashMap<>(stock);
        changed.put(component, count);
        return new CollectionPoint(id, name, zone, changed, windows);
    }
}
