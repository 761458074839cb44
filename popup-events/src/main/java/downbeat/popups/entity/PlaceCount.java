package downbeat.popups.entity;

/**
 * Places, counted.
 *
 * @param size the quota of a kind, or the capacity
 * @param left what can be had now: {@code size - sold - held - offered}, never negative, and of a kind never more than of
 *     the whole pop-up
 */
public record PlaceCount(int size, int sold, int held, int offered, int left, int waiting) {}
