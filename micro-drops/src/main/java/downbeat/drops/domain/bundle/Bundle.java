package downbeat.drops.domain.bundle;

import downbeat.kernel.Money;
import downbeat.kernel.bound.Bounds;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a member claims.
 *
 * @param name 1 to 120 characters
 * @param description up to 2000 characters
 * @param price of one unit
 * @param contents how many of each component one unit is made of, each 1 to 100; 1 to 20 components
 * @param downloads up to 20; a bundle with any is fetched online and at no counter
 */
public record Bundle(
        BundleId id,
        String name,
        String description,
        Money price,
        Map<ComponentId, Integer> contents,
        List<Download> downloads) {
    public static final int MOST_COMPONENTS = 20;
    public static final int MOST_DOWNLOADS = 20;
    /** Of one component in one unit. */
    public static final int MOST_OF_ONE = 100;

    public Bundle {
        contents = Map.copyOf(contents);
        downloads = List.copyOf(downloads);
        Bounds.text("name", name, 1, 120);
        Bounds.text("description", description, 0, 2000);
        Bounds.size("contents", contents.keySet(), 1, MOST_COMPONENTS);
        contents.values().forEach(count -> Bounds.number("contents", count, 1, MOST_OF_ONE));
        Bounds.size("downloads", downloads, 0, MOST_DOWNLOADS);
    }

    public boolean online() {
        return !downloads.isEmpty();
    }

    /** What so many units take of each component, in the order of the components' ids. */
    public Map<ComponentId, Integer> demand(int units) {
        var demand = new TreeMap<ComponentId, Integer>();
        contents.forEach((component, count) -> demand.put(component, Math.multiplyExact(count, units)));
        return demand;
    }
}
