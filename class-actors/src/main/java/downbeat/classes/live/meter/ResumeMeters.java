package downbeat.classes.live.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Devices that come back with a position. Thread-safe. */
public final class ResumeMeters {
    private final Counter whole;
    private final Counter lost;

    public ResumeMeters(MeterRegistry registry) {
        whole = counter(registry, true);
        lost = counter(registry, false);
    }

    private static Counter counter(MeterRegistry registry, boolean recovered) {
        return Counter.builder("downbeat.resume")
                .description("Devices that came back with a position, by whether they got every cue they missed")
                .tag("recovered", String.valueOf(recovered))
                .register(registry);
    }

    public void resumed(boolean recovered) {
        (recovered ? whole : lost).increment();
    }
}
