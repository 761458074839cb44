package downbeat.classes.live.relay;

import downbeat.classes.live.lobby.AdmissionRate;
import downbeat.classes.live.quality.Shedding;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** What a relay under test stands in. */
final class Around {
    private Around() {}

    /** A node that is never busy. */
    static Surroundings letting(int perSecond) {
        var never = new Shedding.Limits(false, Duration.ofSeconds(30), 2);
        return new Surroundings(new SimpleMeterRegistry(), never, () -> 0, new AdmissionRate(perSecond));
    }
}
