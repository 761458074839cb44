package downbeat.classes.live.quality;

import java.time.Duration;

/**
 * The ceiling of a whole class while its node has more to do than it can: {@link Rung#LEAN}, then {@link Rung#TRAINER_LOW};
 * up again as a link does. A second is bad when the tick that ends it came late, or the processors were busy. Not
 * thread-safe: it belongs to one actor.
 */
public final class Shedding {
    static final int BAD_SECONDS = 3;
    static final int OF_SECONDS = 10;

    private final Limits limits;
    private final Climb climb = new Climb();
    /** A bit for each second, the newest lowest. */
    private int bad;

    private Rung ceiling = Rung.FULL;

    /**
     * From where on a second is bad.
     *
     * @param on whether there is any shedding
     * @param late how late a tick may come
     * @param load share of the machine's processors in use, 0 to 1; above 1 it never counts
     */
    public record Limits(boolean on, Duration late, double load) {
        public static final Limits OFF = new Limits(false, Duration.ofMillis(250), 2);
    }

    public Shedding(Limits limits) {
        this.limits = limits;
    }

    /**
     * One second is over.
     *
     * @param late how much later than a second after the tick before; may be negative
     * @param load of the machine's processors, 0 to 1; negative when unknown
     * @return the ceiling from now on
     */
    public Rung second(Duration late, double load, Duration now) {
        if (!limits.on()) {
            return Rung.FULL;
        }
        var isBad = late.compareTo(limits.late()) > 0 || load > limits.load();
        bad = (bad << 1 | (isBad ? 1 : 0)) & ((1 << OF_SECONDS) - 1);
        if (Integer.bitCount(bad) >= BAD_SECONDS) {
            bad = 0;
            climb.fell(now);
            ceiling = ceiling == Rung.FULL ? Rung.LEAN : Rung.TRAINER_LOW;
        } else if (isBad) {
            climb.troubled();
        } else if (ceiling != Rung.FULL && climb.clean(now)) {
            ceiling = ceiling.up();
        }
        return ceiling;
    }
}
