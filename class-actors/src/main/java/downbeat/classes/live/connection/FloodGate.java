package downbeat.classes.live.connection;

/** A token bucket for the frames of one device: {@value #PER_SECOND} a second, {@value #BURST} at once. */
final class FloodGate {
    static final int PER_SECOND = 100;
    static final int BURST = 200;

    private double tokens = BURST;
    private long filled;

    FloodGate(long nanos) {
        filled = nanos;
    }

    /** @return false when the device floods */
    boolean pass(long nanos) {
        tokens = Math.min(BURST, tokens + (nanos - filled) * 1e-9 * PER_SECOND);
        filled = nanos;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
