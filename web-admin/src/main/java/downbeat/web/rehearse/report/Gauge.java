package downbeat.web.rehearse.report;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What is measured, each in a histogram of microseconds from 1 µs to 60 s with three digits. */
public enum Gauge {
    /** From pressing join to being in the class. */
    JOIN("join"),
    /** From pressing join to the first cue executed, for members who come into a running class. */
    FIRST_CUE("firstCue"),
    /** The same from being in. */
    FIRST_CUE_ONCE_IN("firstCueOnceIn"),
    /** From the intended time of a live cue to its frame coming off a member's wire. */
    PUBLISH_TO_RECEIVE("publishToReceive"),
    /** From the intended time of a live cue to its execution on a member's device, link delay and lead included. */
    PUBLISH_TO_EXECUTE("publishToExecute"),
    /** From the intended time of a live cue to the trainer being told that it is safe. */
    PUBLISH_TO_SAFE("publishToSafe"),
    /** Of a planned cue and a member: distance of the execution from the median execution of that cue. */
    SKEW("skew"),
    /** Of a planned cue: from the first execution to the last. */
    SPREAD("spread"),
    /** Likewise, of devices that had no link at the time. */
    SKEW_AWAY("skewAway"),
    /** From a broken link being back to the device being in the class again. */
    BACK("back"),
    /** From the moment that a push of biofeedback tells of to its arrival on a member's device. */
    BIO_AGE("bioAge");

    private static final long HIGHEST_MICROS = 60_000_000;

    private final String tag;

    Gauge(String tag) {
        this.tag = tag;
    }

    /** Its name in a histogram file. */
    public String tag() {
        return tag;
    }

    static Histogram histogram() {
        Histogram histogram = new ConcurrentHistogram(1, HIGHEST_MICROS, 3);
        histogram.setAutoResize(false);
        return histogram;
    }

    /** What lies outside 0..60 s counts as the nearest that fits. */
    static long micros(long nanos) {
        return Math.min(HIGHEST_MICROS, Math.max(0, nanos / 1_000));
    }
}
