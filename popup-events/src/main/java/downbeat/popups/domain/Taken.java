package downbeat.popups.domain;

/**
 * Places that are gone.
 *
 * @param size how many there are: the quota of a kind, or the capacity of all together
 */
public record Taken(int size, int sold, int held, int offered) {

    public int all() {
        return sold + held + offered;
    }

    /** Never negative, though a supervisor may have sold beyond the capacity. */
    public int left() {
        return Math.max(0, size - all());
    }

    boolean soldOut() {
        return sold >= size;
    }
}
