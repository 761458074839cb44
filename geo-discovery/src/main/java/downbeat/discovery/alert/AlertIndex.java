package downbeat.discovery.alert;

import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All alerts by their cells: what opens is held against those in the rings around it that the widest radius reaches, one distance a
 * cell. For one thread at a time.
 */
public final class AlertIndex {
    /** No cell of resolution 7 reaches farther from its middle (the largest some 1,700 m). */
    static final double FARTHEST_REACH = 2_000;

    private final Map<Long, Neighbours> cells = new HashMap<>();
    private final Map<AlertId, Alert> alerts = new HashMap<>();
    /** How many there are of each radius. */
    private final TreeMap<Integer, Integer> radii = new TreeMap<>();

    private static final class Neighbours {
        private final GeoPoint centre;
        private final double reach;
        private final Map<AlertId, Alert> alerts = new LinkedHashMap<>();

        Neighbours(Cell cell) {
            centre = cell.centre();
            reach = cell.reach();
        }

        void find(Opening it, List<Match> found) {
            double metres = centre.metresTo(it.point());
            for (var alert : alerts.values()) {
                if (metres <= alert.wish().metres() + reach && alert.wish().likes(it)) {
                    found.add(new Match(alert, metres));
                }
            }
        }
    }

    public int size() {
        return alerts.size();
    }

    /** Instead of what had the same id. */
    public void put(Alert alert) {
        remove(alert.id());
        alerts.put(alert.id(), alert);
        radii.merge(alert.wish().metres(), 1, Integer::sum);
        cells.computeIfAbsent(alert.wish().cell().index(), index -> new Neighbours(new Cell(index)))
                .alerts
                .put(alert.id(), alert);
    }

    public void remove(AlertId id) {
        var gone = alerts.remove(id);
        if (gone == null) {
            return;
        }
        radii.computeIfPresent(gone.wish().metres(), (metres, many) -> many == 1 ? null : many - 1);
        cells.computeIfPresent(gone.wish().cell().index(), (index, there) -> {
            there.alerts.remove(id);
            return there.alerts.isEmpty() ? null : there;
        });
    }

    /** The alerts that want to tell of it, in no order. */
    public List<Match> matching(Opening it) {
        var found = new ArrayList<Match>();
        if (alerts.isEmpty()) {
            return found;
        }
        int rings = Cell.ringsAround(radii.lastKey() + FARTHEST_REACH, Wish.RESOLUTION);
        for (long index : Cell.of(it.point(), Wish.RESOLUTION).disk(rings)) {
            var there = cells.get(index);
            if (there != null) {
                there.find(it, found);
            }
        }
        return found;
    }
}
