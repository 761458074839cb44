package downbeat.classes.live.clock;

/** Clocks moved by hand. */
final class HandTicker implements Ticker {
    private final String boot;
    private final long zero;
    long nanos;
    long wall = 1_800_000_000_000L;

    HandTicker(String boot, long zero) {
        this.boot = boot;
        this.zero = zero;
    }

    void pass(long millis) {
        nanos += millis * 1_000_000;
        wall += millis;
    }

    @Override
    public String boot() {
        return boot;
    }

    @Override
    public long nanos() {
        return zero + nanos;
    }

    @Override
    public long wallMillis() {
        return wall;
    }
}
