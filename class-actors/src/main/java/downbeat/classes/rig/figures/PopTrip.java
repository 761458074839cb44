package downbeat.classes.rig.figures;

import downbeat.kernel.PopId;

/**
 * The way to one PoP and back.
 *
 * @param rttMs median of the probes
 * @param jitterMs mean deviation of successive probes
 */
public record PopTrip(PopId pop, double rttMs, double jitterMs) {
    public static final Range MILLIS = new Range(0, 60_000);

    public PopTrip {
        MILLIS.check("rttMs", rttMs);
        MILLIS.check("jitterMs", jitterMs);
    }
}
