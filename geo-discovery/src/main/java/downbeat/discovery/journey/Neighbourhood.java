package downbeat.discovery.journey;

import downbeat.kernel.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many of those who were shown pop-ups somewhere came there within four weeks.
 *
 * @param cell of resolution {@value Step#RESOLUTION}; empty for all those together of which too little may be told
 * @param came of those who were shown one
 * @param lift the share beside that of all neighbourhoods together: 1 is as many, 2 twice as many; empty where nobody came at all
 */
public record Neighbourhood(Optional<Cell> cell, Share came, Optional<Double> lift) {

    /**
     * The busiest first. Cells of a few are put together, and if those were a few as well the least of the others joins them, so
     * that nothing follows from the sum. What is a few even then is left out.
     */
    public static List<Neighbourhood> of(Map<Cell, Share> cells) {
        var all = sum(cells.values());
        var shown = new ArrayList<>(cells.entrySet().stream()
                .filter(cell -> cell.getValue().crowd())
                .sorted(Comparator.comparingLong(
                                (Map.Entry<Cell, Share> cell) -> cell.getValue().of())
                        .reversed()
                        .thenComparingLong(cell -> cell.getKey().index()))
                .toList());
        var few = sum(cells.values().stream().filter(share -> !share.crowd()).toList());
        while (!few.crowd() && !shown.isEmpty()) {
            few = sum(List.of(few, shown.removeLast().getValue()));
        }
        var told = new ArrayList<Neighbourhood>();
        shown.forEach(cell ->
                told.add(new Neighbourhood(Optional.of(cell.getKey()), cell.getValue(), lift(cell.getValue(), all))));
        if (few.of() > 0 && few.crowd()) {
            told.add(new Neighbourhood(Optional.empty(), few, lift(few, all)));
        }
        return told;
    }

    private static Share sum(Iterable<Share> shares) {
        long people = 0;
        long of = 0;
        for (var share : shares) {
            people += share.people();
            of += share.of();
        }
        return new Share(people, of);
    }

    private static Optional<Double> lift(Share here, Share all) {
        return all.people() == 0 || here.of() == 0 ? Optional.empty() : Optional.of(here.value() / all.value());
    }
}
