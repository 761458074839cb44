package downbeat.classes.live.meter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Times as Prometheus histograms: fixed buckets, so that nodes and classes can be added up. */
final class Buckets {
    /** Of what is to be done at once. */
    static final double[] CUE = {5, 10, 20, 30, 50, 75, 100, 150, 250, 500, 1_000, 2_500, 5_000, 10_000};
    /** Of what is to be done at one instant. */
    static final double[] SKEW = {1, 2, 5, 10, 20, 30, 50, 100, 250, 1_000};
    /** Edges of the score of a link are among them. */
    static final double[] LINK = {1, 5, 10, 20, 50, 60, 100, 120, 250, 500, 600, 1_000, 2_500};

    static final double[] JOIN = {25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000};

    private Buckets() {}

    static Timer timer(MeterRegistry registry, String name, String description, double... millis) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(Arrays.stream(millis)
                        .mapToObj(ms -> Duration.ofNanos((long) (ms * 1e6)))
                        .toArray(Duration[]::new))
                .register(registry);
    }

    /** What is negative is unknown. */
    static void millis(Timer into, double millis) {
        if (millis >= 0) {
            into.record(Math.round(millis * 1000), TimeUnit.MICROSECONDS);
        }
    }
}
