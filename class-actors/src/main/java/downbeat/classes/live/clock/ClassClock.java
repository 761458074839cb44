package downbeat.classes.live.clock;

/**
 * The class's own clock, held by its sequencer. Starts at zero when the lobby opens and never goes backwards.
 *
 * <p>Over a restart it is carried on: under the same kernel by the monotonic clock, which is exact; else by the wall
 * clock, which may be wrong by as much as the two machines' wall clocks differ, but never earlier than the newest class
 * time that was written down.
 */
public record ClassClock(ClockMark mark, Ticker ticker) {

    public static ClassClock open(Ticker ticker) {
        return new ClassClock(ClockMark.now(ticker, ClassTime.ZERO), ticker);
    }

    /**
     * @param stored the mark of the clock that stopped
     * @param newest the newest class time written down; the clock does not restart before it
     */
    public static ClassClock carryOn(ClockMark stored, ClassTime newest, Ticker ticker) {
        var now = new ClassTime(stored.at().micros() + Math.max(0, elapsedMicros(stored, ticker)));
        return new ClassClock(ClockMark.now(ticker, ClassTime.later(now, newest)), ticker);
    }

    public ClassTime now() {
        return new ClassTime(mark.at().micros() + (ticker.nanos() - mark.nanos()) / 1000);
    }

    private static long elapsedMicros(ClockMark stored, Ticker ticker) {
        var sameKernel = stored.boot().equals(ticker.boot()) && ticker.nanos() >= stored.nanos();
        return sameKernel
                ? (ticker.nanos() - stored.nanos()) / 1000
                : (ticker.wallMillis() - stored.wallMillis()) * 1000;
    }
}
