package downbeat.discovery.alert;

import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.Cell;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to be told of, and how. Where they are is known by a cell and nothing finer, so that near means: it may be
 * within the radius of somebody in the cell. Their distance counts from the middle of the cell, and what is no farther from there
 * than the radius and the cell's own {@link Cell#reach reach} is near. So nobody misses what is within their radius, and some are
 * told of what is up to the width of the cell farther away.
 *
 * @param cell of resolution 7, some 5 km²
 * @param metres the radius, {@value #LEAST_METRES} to {@value #MOST_METRES}
 * @param kinds all that may be, of those that have a place; all of these when empty
 * @param styles exactly as classes have them; all when empty
 * @param when it begins
 * @param quiet hours in which nobody is told; empty for none
 * @param by one way or more
 */
public record Wish(
        Cell cell,
        int metres,
        Set<ListingKind> kinds,
        Set<String> styles,
        Hours when,
        Optional<QuietHours> quiet,
        Set<Channel> by) {
    /** No member is known by anything finer. */
    public static final int RESOLUTION = 7;

    public static final int LEAST_METRES = 500;
    /** An hour by local trains. */
    public static final int MOST_METRES = 30_000;
    /** Named in one alert. */
    public static final int MOST_STYLES = 5;

    public Wish {
        kinds = Set.copyOf(kinds);
        styles = Set.copyOf(styles);
        by = Set.copyOf(by);
        if (cell.resolution() != RESOLUTION) {
            throw new IllegalArgumentException("cell must be of resolution " + RESOLUTION + ": nothing finer is kept");
        }
        if (metres < LEAST_METRES || metres > MOST_METRES) {
            throw new IllegalArgumentException("metres must be " + LEAST_METRES + " to " + MOST_METRES);
        }
        if (kinds.contains(ListingKind.CLASS)) {
            throw new IllegalArgumentException("kinds must have a place; a class online is near everybody");
        }
        if (styles.size() > MOST_STYLES) {
            throw new IllegalArgumentException("styles must be at most " + MOST_STYLES);
        }
        if (by.isEmpty()) {
            throw new IllegalArgumentException("by must have one way or more");
        }
    }

    /** Whether all but its distance is as wished. */
    boolean likes(Opening it) {
        return (kinds.isEmpty() || kinds.contains(it.kind()))
                && (styles.isEmpty() || styles.contains(it.style()))
                && when.hold(it.start());
    }
}
