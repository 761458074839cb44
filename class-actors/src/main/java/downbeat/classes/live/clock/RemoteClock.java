package downbeat.classes.live.clock;

import org.jspecify.annotations.Nullable;

/**
 * Class time as a relay or a connection knows it, one hop from where it is kept. Under one kernel the mark is read
 * directly, which is exact; from another machine it is learnt by probes, and the error of the hop before is added.
 *
 * <p>Not thread-safe: it belongs to one actor or stage.
 */
public final class RemoteClock {
    /** What reading two clocks one after the other may cost, milliseconds. */
    private static final double READING_ERR = 0.02;

    private final Ticker ticker;
    private ClockEstimate estimate = new ClockEstimate();
    private @Nullable ClockMark mark;
    private double markErr;

    public RemoteClock(Ticker ticker) {
        this.ticker = ticker;
    }

    /** A mark of the hop before, right within ± {@code err} milliseconds. Taken only when its kernel is ours. */
    public void adopt(ClockMark offered, double err) {
        if (offered.boot().equals(ticker.boot())) {
            mark = offered;
            markErr = err + READING_ERR;
        } else if (mark != null) {
            forget();
        }
    }

    /** A probe's answer: class time {@code t} ± {@code err} ms, asked at {@code nanos0}, here now. */
    public void observe(long nanos0, ClassTime t, double err) {
        if (mark == null) {
            estimate.observe(nanos0 / 1e6, ticker.nanos() / 1e6, t.millis(), err);
        }
    }

    /** The hop before has changed: nothing is known of the new one. */
    public void forget() {
        mark = null;
        estimate = new ClockEstimate();
    }

    public boolean known() {
        return mark != null || estimate.known();
    }

    /** Whether probes are needed: no mark of our own kernel is at hand. */
    public boolean probing() {
        return mark == null;
    }

    public ClassTime now() {
        return at(ticker.nanos());
    }

    /** Class time at a reading of our monotonic clock. Zero while nothing is known. */
    public ClassTime at(long nanos) {
        var exact = mark;
        if (exact != null) {
            return new ClassTime(exact.at().micros() + (nanos - exact.nanos()) / 1000);
        }
        var millis = nanos / 1e6;
        return estimate.known() ? ClassTime.ofMillis(millis + estimate.offset(millis)) : ClassTime.ZERO;
    }

    /** {@link #now} is right within ± this many milliseconds; infinite while nothing is known. */
    public double err() {
        return mark != null ? markErr : estimate.bound(ticker.nanos() / 1e6);
    }

    /** Our own mark for the next hop. */
    public ClockMark handOn() {
        return ClockMark.now(ticker, now());
    }
}
