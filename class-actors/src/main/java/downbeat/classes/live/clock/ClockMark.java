package downbeat.classes.live.clock;

/**
 * A place where class time is tied to the clocks of a machine.
 *
 * @param boot the kernel whose monotonic clock {@code nanos} is read from
 * @param nanos monotonic nanoseconds
 * @param wallMillis wall clock at the same moment
 * @param at class time at that moment
 */
public record ClockMark(String boot, long nanos, long wallMillis, ClassTime at) {

    static ClockMark now(Ticker ticker, ClassTime at) {
        return new ClockMark(ticker.boot(), ticker.nanos(), ticker.wallMillis(), at);
    }
}
