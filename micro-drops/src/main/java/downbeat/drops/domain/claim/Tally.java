package downbeat.drops.domain.claim;

/** How many of one component at one point are where. */
public record Tally(int offered, int held, int confirmed, int ready, int handedOver) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Everything that is not to be had. */
    public int taken() {
        return offered + held + confirmed + ready + handedOver;
    }

    /** What may come back by itself within minutes. */
    public int undecided() {
        return offered + held;
    }

    /** @param count of the component, negative when it leaves the status */
    Tally plus(Status status, int count) {
        return switch (status) {
            case OFFERED -> new Tally(offered + count, held, confirmed, ready, handedOver);
            case HELD -> new Tally(offered, held + count, confirmed, ready, handedOver);
            case CONFIRMED -> new Tally(offered, held, confirmed + count, ready, handedOver);
            case READY -> new Tally(offered, held, confirmed, ready + count, handedOver);
            case HANDED_OVER -> new Tally(offered, held, confirmed, ready, handedOver + count);
            case RELEASED -> this;
        };
    }

    Tally plus(Tally other) {
        return new Tally(
                offered + other.offered,
                held + other.held,
                confirmed + other.confirmed,
                ready + other.ready,
                handedOver + other.handedOver);
    }
}
