package downbeat.discovery.journey;

/** Where a figure lies with a confidence of 95 %, if it was measured as it should be. */
public record Interval(double low, double high) {
    /** Of the normal distribution, for 95 % on both sides. */
    static final double Z = 1.959964;

    boolean has(double value) {
        return low <= value && value <= high;
    }
}
