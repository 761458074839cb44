package downbeat.discovery.index;

import java.util.Arrays;

/** The best so many of those that were offered, and where they stand in their blocks. One may be offered twice. */
final class Best {
    private final double[] keys;
    private final int[] numbers;
    private final Block[] blocks;
    private final int[] places;
    private int size;

    Best(int most) {
        keys = new double[most];
        numbers = new int[most];
        blocks = new Block[most];
        places = new int[most];
    }

    /** What a key must be better than to come in; less than any while there is room. */
    double worst() {
        return size < keys.length ? Double.NEGATIVE_INFINITY : keys[size - 1];
    }

    /** Equal keys stand in the order of their numbers. */
    void offer(double key, int number, Block block, int place) {
        int at = size;
        while (at > 0 && (keys[at - 1] < key || (keys[at - 1] == key && numbers[at - 1] > number))) {
            at--;
        }
        if (at == keys.length || has(number)) {
            return;
        }
        int moved = Math.min(size, keys.length - 1) - at;
        System.arraycopy(keys, at, keys, at + 1, moved);
        System.arraycopy(numbers, at, numbers, at + 1, moved);
        System.arraycopy(blocks, at, blocks, at + 1, moved);
        System.arraycopy(places, at, places, at + 1, moved);
        keys[at] = key;
        numbers[at] = number;
        blocks[at] = block;
        places[at] = place;
        size = Math.min(size + 1, keys.length);
    }

    private boolean has(int number) {
        return Arrays.stream(numbers, 0, size).anyMatch(it -> it == number);
    }

    int size() {
        return size;
    }

    Block block(int rank) {
        return blocks[rank];
    }

    int place(int rank) {
        return places[rank];
    }
}
