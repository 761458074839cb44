package downbeat.classes.entity;

/**
 * One kind of place, counted.
 *
 * @param left what can be booked now: {@code capacity - booked - offered}, never negative
 */
public record PlaceCount(int capacity, int booked, int offered, int left, int waiting) {}
