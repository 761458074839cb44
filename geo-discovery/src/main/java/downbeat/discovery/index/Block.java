package downbeat.discovery.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The entries of one hexagon, a column for each field, in the order of their starts. Never changes: a change is another block.
 * Knows the circle around its entries.
 */
final class Block {

    static final Block EMPTY = new Block(new int[Column.ALL][0]);

    private final int[][] columns;
    private final int size;
    /** Of the circle; a block of what has no place has none. */
    private final int x;

    private final int y;
    private final int z;
    /** In metres. */
    private final double reach;

    private Block(int[][] columns) {
        this.columns = columns;
        this.size = columns[0].length;
        var middle = middle();
        this.x = middle[0];
        this.y = middle[1];
        this.z = middle[2];
        this.reach = reach();
    }

    /** The same with rows more, much faster than one by one. */
    Block withAll(List<int[]> rows) {
        var sorted = Stream.concat(IntStream.range(0, size).mapToObj(this::row), rows.stream())
                .sorted(Comparator.<int[]>comparingInt(row -> row[Column.START])
                        .thenComparingInt(row -> row[Column.NUMBER]))
                .toList();
        var columns = new int[Column.ALL][sorted.size()];
        for (int at = 0; at < sorted.size(); at++) {
            for (int c = 0; c < Column.ALL; c++) {
                columns[c][at] = sorted.get(at)[c];
            }
        }
        return new Block(columns);
    }

    private int[] row(int at) {
        return Arrays.stream(columns).mapToInt(column -> column[at]).toArray();
    }

    /** The same with a row more. */
    Block with(int[] row) {
        int at = firstFrom(row[Column.START]);
        var more = new int[Column.ALL][size + 1];
        for (int c = 0; c < Column.ALL; c++) {
            System.arraycopy(columns[c], 0, more[c], 0, at);
            more[c][at] = row[c];
            System.arraycopy(columns[c], at, more[c], at + 1, size - at);
        }
        return new Block(more);
    }

    /** The same without that entry, or this one if it is not here. */
    Block without(int number) {
        int at = 0;
        while (at < size && get(Column.NUMBER, at) != number) {
            at++;
        }
        if (at == size) {
            return this;
        }
        var fewer = new int[Column.ALL][size - 1];
        for (int c = 0; c < Column.ALL; c++) {
            System.arraycopy(columns[c], 0, fewer[c], 0, at);
            System.arraycopy(columns[c], at + 1, fewer[c], at, size - at - 1);
        }
        return new Block(fewer);
    }

    /** Those that end before a minute, in ascending order. */
    int[] numbersUntil(int minute) {
        return IntStream.range(0, size)
                .filter(at -> get(Column.UNTIL, at) < minute)
                .map(at -> get(Column.NUMBER, at))
                .sorted()
                .toArray();
    }

    /** @param numbers in ascending order */
    Block withoutAll(int[] numbers) {
        return EMPTY.withAll(IntStream.range(0, size)
                .filter(at -> Arrays.binarySearch(numbers, get(Column.NUMBER, at)) < 0)
                .mapToObj(this::row)
                .toList());
    }

    int size() {
        return size;
    }

    int get(int column, int at) {
        return columns[column][at];
    }

    int[] column(int column) {
        return columns[column];
    }

    /** The first that starts at that minute or later; the size when none does. */
    int firstFrom(int minute) {
        var starts = columns[Column.START];
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < minute) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Metres that every entry here is away from a point at the least. */
    double nearest(int fromX, int fromY, int fromZ) {
        return Math.max(0, Sphere.metres(Sphere.chord(x, y, z, fromX, fromY, fromZ)) - reach);
    }

    private int[] middle() {
        return size == 0
                ? new int[3]
                : new int[] {get(Column.X, size / 2), get(Column.Y, size / 2), get(Column.Z, size / 2)};
    }

    private double reach() {
        double farthest = 0;
        for (int at = 0; at < size; at++) {
            farthest =
                    Math.max(farthest, Sphere.chord(x, y, z, get(Column.X, at), get(Column.Y, at), get(Column.Z, at)));
        }
        return Sphere.metres(farthest);
    }
}
