package downbeat.drops.domain.claim;

/** How far a claim is. */
public enum Status {
    /** Kept for somebody from the waiting list, for a time. */
    OFFERED,
    /** Kept until it is paid, for a time. */
    HELD,
    CONFIRMED,
    /** It lies packed at the counter. */
    READY,
    HANDED_OVER,
    RELEASED;

    /** Whether it still takes something from the stock that nobody has in hand. */
    public boolean open() {
        return this != HANDED_OVER && this != RELEASED;
    }

    /** Whether it ends by itself when its time is over. */
    public boolean timed() {
        return this == OFFERED || this == HELD;
    }

    /** Whether its member may come for it. */
    public boolean collectable() {
        return this == CONFIRMED || this == READY;
    }
}
