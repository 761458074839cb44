package downbeat.classes.live.relay;

import com.typesafe.config.Config;
import downbeat.classes.live.lobby.AdmissionRate;
import downbeat.classes.live.meter.Standing;
import downbeat.classes.live.quality.Shedding;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.DoubleSupplier;

/**
 * What relays stand in on their node.
 *
 * @param standing is told once a second how each relay stands
 * @param limits from where on the node sheds
 * @param rate at most how fast members come into a class at one PoP
 * @param load how busy the node's process keeps the machine's processors, 0 to 1; negative when unknown
 */
public record Surroundings(
        MeterRegistry metrics, Standing standing, Shedding.Limits limits, DoubleSupplier load, AdmissionRate rate) {

    /** @param config the whole; {@code downbeat.live} is read */
    public static Surroundings of(Config config, MeterRegistry metrics, Standing standing) {
        var shedding = config.getConfig("downbeat.live.shedding");
        var limits = new Shedding.Limits(
                shedding.getBoolean("enabled"), shedding.getDuration("late"), shedding.getDouble("load"));
        return new Surroundings(
                metrics,
                standing,
                limits,
                new ProcessLoad(System::nanoTime),
                new AdmissionRate(config.getInt(AdmissionRate.KEY)));
    }
}
