package downbeat.discovery.index;

/** Which comes first. */
public enum Order {
    /** See {@link Ranking}. */
    BEST,
    NEAREST,
    SOONEST
}
