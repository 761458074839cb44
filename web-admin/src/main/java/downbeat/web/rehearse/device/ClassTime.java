package downbeat.web.rehearse.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Class time on one device: probes the class, keeps class time by the device's ticks when its own clock is set, as a browser
 * does with its monotonic clock, and probes anew then.
 */
final class ClassTime {
    private static final int BURST = 16;
    private static final long BURST_GAP_MILLIS = 50;
    private static final int TICKS_BETWEEN_PROBES = (int) (2_500 / AckBasket.HOLD_MILLIS);
    /** A clock that moved this far against the device's own ticks, milliseconds, was set. */
    private static final double SET = 5;

    private final WrongClock clock;
    private final CueLine line;
    private final EventLoop loop;
    private final ClassTimeEstimate estimate = new ClassTimeEstimate();
    /** The {@code t0} of probes that the present setting of the clock has seen off. */
    private final Set<Double> underWay = new HashSet<>();

    private double clockMinusTicks;
    private int ticksSinceProbe;
    private @Nullable Double rtt;

    ClassTime(WrongClock clock, CueLine line, EventLoop loop) {
        this.clock = clock;
        this.line = line;
        this.loop = loop;
        this.clockMinusTicks = clock.millis() - clock.ticks();
    }

    /** Sixteen probes, after connecting and after the clock was set. */
    void burst() {
        underWay.clear();
        for (int i = 0; i < BURST; i++) {
            var unused = loop.schedule(this::probe, i * BURST_GAP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void probe() {
        ticksSinceProbe = 0;
        double t0 = clock.millis();
        underWay.add(t0);
        line.send(Frames.clock(line.newId(), t0));
    }

    /** Every {@value AckBasket#HOLD_MILLIS} ms. */
    void tick() {
        noticeSetting();
        if (++ticksSinceProbe >= TICKS_BETWEEN_PROBES) {
            probe();
        }
    }

    private void noticeSetting() {
        double difference = clock.millis() - clock.ticks();
        double set = difference - clockMinusTicks;
        if (Math.abs(set) > SET) {
            clockMinusTicks = difference;
            estimate.set(set);
            burst();
        }
    }

    /** The answer to a probe. False when it tells nothing because the clock was set meanwhile. */
    boolean answered(JsonNode reply) {
        noticeSetting();
        double t0 = reply.path("t0").asDouble();
        double t1 = clock.millis();
        boolean told = underWay.remove(t0);
        if (told) {
            rtt = t1 - t0;
            estimate.probed(
                    t0, t1, reply.path("t").asDouble(), reply.path("err").asDouble());
        }
        return told;
    }

    boolean known() {
        noticeSetting();
        return estimate.known();
    }

    /** Of the newest probe, milliseconds; null before the first answer. */
    @Nullable
    Double rtt() {
        return rtt;
    }

    /** Only when {@link #known()}. */
    double now() {
        double device = clock.millis();
        return device + estimate.at(device).millis();
    }

    /** Only when {@link #known()}. */
    double bound() {
        return estimate.at(clock.millis()).bound();
    }
}
