package downbeat.discovery.journey;

/** Counts both groups. */
final class LiftTally {
    private final Tally open = new Tally();
    private final Tally heldOut = new Tally();

    void count(Walk walk, boolean came) {
        (HoldOut.has(walk.member()) ? heldOut : open).count(came);
    }

    Lift lift() {
        return new Lift(open.share(), heldOut.share());
    }
}
