package downbeat.kernel;

import com.uber.h3core.H3Core;
import com.uber.h3core.LengthUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A hexagon of the H3 grid. Coarser cells are {@link #parent parents}; a cell never tells more than its own extent.
 *
 * @param index the 64 bits of H3; on the wire the hexadecimal string that other H3 libraries use
 */
public record Cell(long index) {

    public Cell {
        if (!Grid.H3.isValidCell(index)) {
            throw new IllegalArgumentException("cell " + Long.toHexString(index) + " is no cell of H3");
        }
    }

    /** @param resolution 0 (continents) to 15 (under a square metre) */
    public static Cell of(GeoPoint point, int resolution) {
        return new Cell(Grid.H3.latLngToCell(point.latitude(), point.longitude(), checked(resolution)));
    }

    /** @throws IllegalArgumentException if the text is no hexadecimal index of a cell */
    public static Cell parse(String hex) {
        try {
            return new Cell(Long.parseUnsignedLong(hex, 16));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("cell must be up to 16 hexadecimal digits, but is \"" + hex + "\"", e);
        }
    }

    public int resolution() {
        return Grid.H3.getResolution(index);
    }

    /** The cell of the coarser resolution that holds this one; the cell itself at its own resolution. */
    public Cell parent(int resolution) {
        if (checked(resolution) > resolution()) {
            throw new IllegalArgumentException(
                    "a parent is coarser than " + resolution() + ", but " + resolution + " was asked for");
        }
        return new Cell(Grid.H3.cellToParent(index, resolution));
    }

    /** The middle of it. */
    public GeoPoint centre() {
        var middle = Grid.H3.cellToLatLng(index);
        return new GeoPoint(middle.lat, middle.lng);
    }

    /** Metres from the {@link #centre} to the farthest of its corners: no point of the cell is farther away. */
    public double reach() {
        var centre = centre();
        return Grid.H3.cellToBoundary(index).stream()
                .mapToDouble(corner -> centre.metresTo(new GeoPoint(corner.lat, corner.lng)))
                .max()
                .orElseThrow();
    }

    /** The cell and those that touch it: seven, or six around a pentagon. */
    public List<Cell> neighbourhood() {
        return Grid.H3.gridDisk(index, 1).stream().map(Cell::new).toList();
    }

    /** The indexes of the cells that so many steps or fewer lead to, this one first. */
    public long[] disk(int rings) {
        return Grid.H3.gridDisk(index, rings).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** How many cells there are in a {@link #disk}, unless a pentagon is among them. */
    public static long inRings(int rings) {
        return 3L * rings * (rings + 1) + 1;
    }

    /**
     * How many rings around the cell of a point hold all that is within a distance of the point: a ring is at least as wide as
     * the average edge of its resolution, and one more makes up for where in its cell the point is.
     */
    public static int ringsAround(double metres, int resolution) {
        return (int) Math.ceil(metres / edge(resolution)) + 1;
    }

    /** The other way: within this distance of a point all is in so many rings around its cell. */
    public static double metresWithin(int rings, int resolution) {
        return Math.max(0, rings - 1) * edge(resolution);
    }

    private static double edge(int resolution) {
        return Grid.H3.getHexagonEdgeLengthAvg(checked(resolution), LengthUnit.m);
    }

    @Override
    public String toString() {
        return Long.toHexString(index);
    }

    private static int checked(int resolution) {
        if (resolution < 0 || resolution > 15) {
            throw new IllegalArgumentException("resolution must be 0 to 15, but is " + resolution);
        }
        return resolution;
    }

    /** Loads the native library at the first use of a cell, not before. */
    private static final class Grid {
        static final H3Core H3 = load();

        private static H3Core load() {
            try {
                return H3Core.newInstance();
            } catch (IOException e) {
                throw new UncheckedIOException("The H3 library for this machine cannot be loaded", e);
            }
        }
    }
}
