package downbeat.drops.domain.claim;

import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import java.util.HashMap;
import java.util.Map;

/**
 * What all claims take together, by point and component, and by pickup window: sums over the claims, kept as these change.
 *
 * @param loads how many claims are to be collected in each window, those collected too
 * @param open how many of them lie there to be collected
 */
public record Stocks(
        Map<PointId, Map<ComponentId, Tally>> tallies, Map<WindowId, Integer> loads, Map<WindowId, Integer> open) {
    public static final Stocks NONE = new Stocks(Map.of(), Map.of(), Map.of());

    public Stocks {
        tallies = Map.copyOf(tallies);
        loads = Map.copyOf(loads);
        open = Map.copyOf(open);
    }

    public Tally tally(PointId point, ComponentId component) {
        return tallies.getOrDefault(point, Map.of()).getOrDefault(component, Tally.NONE);
    }

    public int load(WindowId window) {
        return loads.getOrDefault(window, 0);
    }

    public int open(WindowId window) {
        return open.getOrDefault(window, 0);
    }

    /** @param contents of one unit */
    public Stocks with(Claim claim, Map<ComponentId, Integer> contents) {
        return counted(claim, contents, 1);
    }

    public Stocks without(Claim claim, Map<ComponentId, Integer> contents) {
        return counted(claim, contents, -1);
    }

    private Stocks counted(Claim claim, Map<ComponentId, Integer> contents, int sign) {
        int handed = claim.handed();
        int left = claim.status().open() ? claim.left() : 0;
        var point = claim.order().point();
        var there = new HashMap<>(tallies.getOrDefault(point, Map.of()));
        contents.forEach((component, each) -> there.merge(
                component,
                Tally.NONE.plus(claim.status(), sign * each * left).plus(Status.HANDED_OVER, sign * each * handed),
                Tally::plus));
        var all = new HashMap<>(tallies);
        all.put(point, there);
        boolean counts = claim.status() != Status.RELEASED;
        return new Stocks(
                all,
                count(loads, claim, counts ? sign : 0),
                count(open, claim, claim.status().collectable() ? sign : 0));
    }

    private static Map<WindowId, Integer> count(Map<WindowId, Integer> counts, Claim claim, int more) {
        if (more == 0 || claim.order().window().isEmpty()) {
            return counts;
        }
        var changed = new HashMap<>(counts);
        changed.merge(claim.order().window().get(), more, Integer::sum);
        return changed;
    }
}
