package downbeat.classes.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A segment in spoken words: "30 seconds at 120 percent, 100 rpm". */
final class SpokenTarget {
    private SpokenTarget() {}

    static String of(Segment segment, Sport sport) {
        var length = length(segment.length());
        var target = switch (segment.kind()) {
            case WARMUP -> "Warm up: " + length + " " + power(segment, true);
            case COOLDOWN -> "Cool down: " + length + " " + power(segment, true);
            case RAMP -> length + " " + power(segment, true);
            case INTERVAL_OFF -> "Recover: " + length + " " + power(segment, false);
            case STEADY, INTERVAL_ON -> length + " " + power(segment, false);
            case FREE -> length + " " + sport.freely();
            case REST -> length + " rest";
        };
        var cadence = segment.cadence();
        return cadence.isPresent() ? target + ", " + cadence.getAsInt() + " rpm" : target;
    }

    private static String power(Segment segment, boolean moving) {
        if (segment.power().isEmpty()) {
            return "all out";
        }
        var from = Math.round(segment.power().get().fromPercent());
        var to = Math.round(segment.power().get().toPercent());
        if (from == to) {
            return "at " + to + " percent";
        }
        return (moving ? "from " : "at ") + from + " to " + to + " percent";
    }

    /** "1 hour 5 minutes", "1 minute 30 seconds", "45 seconds": parts of zero are left out, fractions rounded. */
    private static String length(Duration length) {
        long seconds = Math.max(1, Math.round(length.toMillis() / 1000.0));
        var parts = new ArrayList<String>();
        part(parts, seconds / 3600, "hour");
        part(parts, seconds / 60 % 60, "minute");
        part(parts, seconds % 60, "second");
        return String.join(" ", parts);
    }

    private static void part(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
