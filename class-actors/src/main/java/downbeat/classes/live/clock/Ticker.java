package downbeat.classes.live.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The clocks of this machine. Tests bring their own. */
public interface Ticker {
    /** Names the running kernel: two processes with the same value read the same {@link #nanos}. */
    String boot();

    /** Monotonic nanoseconds since an instant that only {@link #boot} knows. */
    long nanos();

    /** Wall clock, milliseconds since 1970; may step. */
    long wallMillis();

    static Ticker system() {
        return SystemTicker.INSTANCE;
    }

    /**
     * On Linux {@link System#nanoTime} is CLOCK_MONOTONIC, which all processes of one kernel share; its boot is named by
     * {@code /proc/sys/kernel/random/boot_id}. Elsewhere every process counts as a boot of its own.
     */
    enum SystemTicker implements Ticker {
        INSTANCE;

        private final String boot = readBoot();

        @Override
        public String boot() {
            return boot;
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long wallMillis() {
            return System.currentTimeMillis();
        }

        private static String readBoot() {
            try {
                return Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                        .strip();
            } catch (IOException notLinux) {
                return UUID.randomUUID().toString();
            }
        }
    }
}
