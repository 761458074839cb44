package downbeat.discovery.index;

import java.util.Arrays;
import java.util.OptionalLong;

/** In which hexagon each number is. Numbers of rows lie close together, so that pages of an array hold them. */
final class CellOf {
    private static final int PAGE = 1 << 16;
    private static final long NONE = -1;

    private long[][] pages = new long[0][];

    OptionalLong get(int number) {
        int page = number / PAGE;
        if (page >= pages.length || pages[page].length == 0 || pages[page][number % PAGE] == NONE) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(pages[page][number % PAGE]);
    }

    void set(int number, long cell) {
        int page = number / PAGE;
        if (page >= pages.length) {
            int before = pages.length;
            pages = Arrays.copyOf(pages, page + 1);
            Arrays.fill(pages, before, pages.length, new long[0]);
        }
        if (pages[page].length == 0) {
            pages[page] = new long[PAGE];
            Arrays.fill(pages[page], NONE);
        }
        pages[page][number % PAGE] = cell;
    }

    void clear(int number) {
        if (get(number).isPresent()) {
            pages[number / PAGE][number % PAGE] = NONE;
        }
    }
}
