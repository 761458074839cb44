package downbeat.classes.live.relay;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The share of the machine's processors that this process uses, 0 to 1; negative when unknown. The system measures from one
 * question to the next, and a node has many relays that ask: it is asked once a second. Safe for many threads.
 */
final class ProcessLoad implements DoubleSupplier {
    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private long askedAt;
    private double load = -1;

    ProcessLoad(LongSupplier nanos) {
        this.nanos = nanos;
        this.askedAt = nanos.getAsLong() - EVERY;
    }

    @Override
    public synchronized double getAsDouble() {
        var now = nanos.getAsLong();
        if (now - askedAt >= EVERY
                && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os) {
            askedAt = now;
            load = os.getProcessCpuLoad();
        }
        return load;
    }
}
