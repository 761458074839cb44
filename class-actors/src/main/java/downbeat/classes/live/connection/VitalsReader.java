package downbeat.classes.live.connection;

import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.quality.LinkStats;
import downbeat.classes.live.quality.Rung;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a device says of its member's body and of its own link: {@code bio}, {@code stats} and {@code pin}. */
final class VitalsReader {
    private static final double UNKNOWN = -1;
    private static final double LONGEST_MS = 600_000;
    private static final double FASTEST_MBPS = 100_000;
    private static final int MOST_FREEZES = 1_000;
    private static final Set<Rung> TO_PIN_TO = EnumSet.complementOf(EnumSet.of(Rung.AUTONOMOUS));

    private VitalsReader() {}

    static Reading reading(Fields fields) throws BadCommandException {
        var reading = new Reading(
                integer(fields, "hr", Reading.LEAST_HEART_RATE, Reading.MOST_HEART_RATE),
                integer(fields, "cadence", 0, Reading.MOST_CADENCE),
                integer(fields, "power", 0, Reading.MOST_POWER),
                integer(fields, "reps", 0, Reading.MOST_REPS),
                integer(fields, "maxHr", Reading.LEAST_MAX_HEART_RATE, Reading.MOST_MAX_HEART_RATE));
        fields.done();
        return reading;
    }

    static LinkStats stats(Fields fields) throws BadCommandException {
        var freezes = integer(fields, "freezes", 0, MOST_FREEZES);
        var stats = new LinkStats(
                number(fields, "rtt", LONGEST_MS),
                number(fields, "jitter", LONGEST_MS),
                number(fields, "loss", 1),
                number(fields, "buffer", LONGEST_MS),
                freezes == null ? 0 : freezes,
                number(fields, "down", FASTEST_MBPS));
        fields.done();
        return stats;
    }

    /** The rung to pin to; null, or a rung left out, takes the pin away. */
    static @Nullable Rung pin(Fields fields) throws BadCommandException {
        var rung = fields.has("rung") ? fields.word("rung", Rung.class, TO_PIN_TO) : null;
        fields.done();
        return rung;
    }

    private static @Nullable Integer integer(Fields fields, String name, int least, int most)
            throws BadCommandException {
        return fields.has(name) ? (Integer) (int) fields.integer(name, least, most) : null;
    }

    private static double number(Fields fields, String name, double most) throws BadCommandException {
        return fields.has(name) ? fields.number(name, 0, most) : UNKNOWN;
    }
}
