package downbeat.discovery.journey;

/**
 * How many more came since discovery told them: those it may tell, beside the tenth it may not. Everybody counts in the group
 * they were drawn for, whatever they were told. Who takes the last place keeps somebody else from it, of either group, so that
 * the difference is rather too large where pop-ups sell out.
 *
 * @param open those who may be told
 * @param heldOut those who may not
 */
public record Lift(Share open, Share heldOut) {
    /** What a fair draw would exceed once in a thousand times: chi-square with one degree of freedom. */
    private static final double UNFAIR = 10.828;
    /** Of the normal distribution, for a power of 80 %. */
    private static final double POWER = 0.841621;
    /** The difference worth seeing, of the share of all: a half more. */
    private static final double WORTH_SEEING = 0.5;

    /** What can be said. */
    public enum Verdict {
        /** Somebody could be told from the numbers. */
        TOO_FEW,
        /** The groups are not of the sizes they were drawn in, so that something else than chance has chosen. */
        UNEVEN,
        /** A half more would be missed more often than in one of five times. */
        UNDERPOWERED,
        MORE,
        FEWER,
        /** Not that there is none. */
        NO_DIFFERENCE_SEEN
    }

    /** In share points, -1 to 1. */
    public double difference() {
        return open.value() - heldOut.value();
    }

    /** Newcombe's hybrid score interval for the difference of two shares (Statistics in Medicine 17, 1998, method 10). */
    public Interval interval() {
        var a = open.interval();
        var b = heldOut.interval();
        return new Interval(
                difference() - Math.hypot(open.value() - a.low(), b.high() - heldOut.value()),
                difference() + Math.hypot(a.high() - open.value(), heldOut.value() - b.low()));
    }

    /** The smallest difference that four of five measurements of this size would tell from none; infinite of nobody. */
    public double leastSeen() {
        if (open.of() == 0 || heldOut.of() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double pooled = pooled();
        return (Interval.Z + POWER) * Math.sqrt(pooled * (1 - pooled) * (1.0 / open.of() + 1.0 / heldOut.of()));
    }

    private double pooled() {
        return (double) (open.people() + heldOut.people()) / (open.of() + heldOut.of());
    }

    public Verdict verdict() {
        if (!open.crowd() || !heldOut.crowd() || open.of() == 0 || heldOut.of() == 0) {
            return Verdict.TOO_FEW;
        }
        if (unevenness() > UNFAIR) {
            return Verdict.UNEVEN;
        }
        if (leastSeen() > WORTH_SEEING * pooled() || pooled() == 0) {
            return Verdict.UNDERPOWERED;
        }
        if (interval().has(0)) {
            return Verdict.NO_DIFFERENCE_SEEN;
        }
        return difference() > 0 ? Verdict.MORE : Verdict.FEWER;
    }

    private double unevenness() {
        double all = open.of() + heldOut.of();
        double expected = HoldOut.SHARE * all;
        return Math.pow(heldOut.of() - expected, 2) / expected
                + Math.pow(open.of() - (all - expected), 2) / (all - expected);
    }
}
