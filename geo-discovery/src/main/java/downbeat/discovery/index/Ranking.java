package downbeat.discovery.index;

/**
 * How good a listing is for somebody: a sum of four shares, each from 0 to its weight, so that every rank can be explained. Each
 * share is a plain curve whose half is what the constant says, since a bounded sum keeps any one of them from deciding alone; the
 * weights are choices of this product, not measurements.
 */
public final class Ranking {
    public static final double DISTANCE = 0.45;
    public static final double TIME = 0.30;
    public static final double AFFINITY = 0.15;
    public static final double SCARCITY = 0.10;

    /** So far away the share of distance is half: a walk of a quarter of an hour. */
    static final double HALF_METRES = 1_000;
    /** So long before the start the share of time is half. */
    static final double HALF_MINUTES = 24 * 60;
    /** Of the affinity, for a style one knows; a trainer or an organizer whom one knows is the rest. */
    static final double STYLE = 0.6;

    /**
     * Straight across to somewhere, in metres a minute, walking, riding and waiting taken together: 12 km/h. Whoever is slower is
     * shown what they reach only just.
     */
    static final double PACE = 200;

    private Ranking() {}

    /** @param metres away; of what has no place the share is 0, since nobody gets nearer to it */
    static double distance(double metres) {
        return DISTANCE * HALF_METRES / (HALF_METRES + metres);
    }

    /** @param minutes until it begins, 0 if it has */
    static double time(double minutes) {
        return TIME * HALF_MINUTES / (HALF_MINUTES + minutes);
    }

    static double affinity(boolean style, boolean owner) {
        return AFFINITY * ((style ? STYLE : 0) + (owner ? 1 - STYLE : 0));
    }

    /** The fuller, the more pressing; what is sold out presses nobody any more. */
    static double scarcity(int left, int size) {
        return left <= 0 || size <= 0 ? 0 : SCARCITY * (size - Math.min(left, size)) / size;
    }

    /** Minutes on the way, rounded up. */
    static int onTheWay(double metres) {
        return (int) Math.ceil(metres / PACE);
    }
}
