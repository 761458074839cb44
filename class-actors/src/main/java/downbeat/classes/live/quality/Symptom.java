package downbeat.classes.live.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What can be wrong with a link, and from where on it costs a rung. A class needs a few kilobits a second and lives from
 * punctuality: cues bear 200 ms, pictures of others do not bear a second. At 10 % loss a TCP connection carries a third of what
 * it does at 1 % (Mathis, "The macroscopic behavior of the TCP congestion avoidance algorithm"): everything but sound ends there.
 *
 * @param knees where LEAN, TRAINER_LOW, AUDIO_FIRST and CUE_ONLY begin
 * @param words for it, with the value times {@code unit} in them
 * @param value in a report; negative when it says nothing of it
 */
record Symptom(Cause cause, List<Double> knees, String words, double unit, ToDoubleFunction<LinkReport> value) {
    static final List<Symptom> ALL = List.of(
            new Symptom(Cause.LOSS, List.of(0.03, 0.06, 0.10, 0.25), "loss %.0f %%", 100, of(LinkStats::loss)),
            new Symptom(
                    Cause.RTT,
                    List.of(250.0, 500.0, 1_000.0, 2_500.0),
                    "round trip %.0f ms",
                    1,
                    of(LinkStats::rttMillis)),
            new Symptom(
                    Cause.JITTER, List.of(60.0, 120.0, 250.0, 600.0), "jitter %.0f ms", 1, of(LinkStats::jitterMillis)),
            new Symptom(Cause.FREEZES, List.of(1.0, 2.0, 3.0, 6.0), "%.0f freezes", 1, of(LinkStats::freezes)),
            new Symptom(
                    Cause.ACKS,
                    List.of(400.0, 800.0, 1_500.0, 3_000.0),
                    "acks after %.0f ms",
                    1,
                    LinkReport::ackMillis));

    private static ToDoubleFunction<LinkReport> of(ToDoubleFunction<LinkStats> stats) {
        return report -> report.stats() == null ? -1 : stats.applyAsDouble(report.stats());
    }

    boolean known(LinkReport report) {
        return value.applyAsDouble(report) >= 0;
    }

    /** What it costs: nothing at zero, {@value LinkScore#STEP} of 100 points more at each knee, all at twice the last one. */
    LinkScore score(LinkReport report) {
        var is = value.applyAsDouble(report);
        return new LinkScore(points(is), cause, String.format(Locale.ROOT, words, is * unit));
    }

    private int points(double is) {
        var from = 0.0;
        var points = LinkScore.BEST;
        for (var knee : knees) {
            if (is < knee) {
                return between(is, from, knee, points);
            }
            from = knee;
            points -= LinkScore.STEP;
        }
        return is < 2 * from ? between(is, from, 2 * from, points) : 0;
    }

    /** Rounded up: only at the knee itself a rung is lost. */
    private static int between(double is, double from, double to, int points) {
        return (int) Math.ceil(points - LinkScore.STEP * (is - from) / (to - from));
    }
}
