package downbeat.classes.live.relay;

import downbeat.classes.live.lobby.AdmissionRate;
import downbeat.classes.live.meter.Standing;
import downbeat.classes.live.quality.Shedding;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** What a relay under test stands in. */
final class Around {
    private Around() {}

    static Surroundings in(MeterRegistry metrics, Shedding.Limits limits, DoubleSupplier load, int perSecond) {
        var standing = new Standing(metrics, System::nanoTime);
        return new Surroundings(metrics, standing, limits, load, new AdmissionRate(perSecond));
    }

    /** A node that is never busy. */
    static Surroundings letting(int perSecond) {
        var never = new Shedding.Limits(false, Duration.ofSeconds(30), 2);
        return in(new SimpleMeterRegistry(), never, () -> 0, perSecond);
    }
}
