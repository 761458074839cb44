package downbeat.classes.plan;

import downbeat.kernel.bound.Wording;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A stretch of a class with one target.
 *
 * @param index place in the plan, from 0
 * @param from start, counted from the start of the plan, whole milliseconds
 * @param to end, after {@code from}
 * @param power target; empty for {@link SegmentKind#FREE} and for an all-out {@link SegmentKind#INTERVAL_ON}
 * @param cadence pedalling rate, 1 to 250 rpm
 * @param label what it is called on a screen, 1 to 80 characters
 */
public record Segment(
        int index,
        SegmentKind kind,
        Duration from,
        Duration to,
        Optional<PowerRange> power,
        OptionalInt cadence,
        String label) {
    public static final int MAX_CADENCE = 250;
    public static final int MAX_LABEL = 80;

    public Segment {
        require(index >= 0, "index is " + index + ": segments are counted from 0");
        require(!from.isNegative(), "from is " + from + ": a segment cannot start before the plan");
        require(to.compareTo(from) > 0, "to is " + to + ": a segment ends after it starts (" + from + ")");
        require(
                from.equals(Duration.ofMillis(from.toMillis())) && to.equals(Duration.ofMillis(to.toMillis())),
                "from and to are whole milliseconds");
        require(
                cadence.isEmpty() || (cadence.getAsInt() >= 1 && cadence.getAsInt() <= MAX_CADENCE),
                "cadence is 1 to " + MAX_CADENCE + " rpm");
        require(!label.isBlank() && label.length() <= MAX_LABEL, "a label has 1 to " + MAX_LABEL + " characters");
        Wording.check("label", label);
        require(targetFits(kind, power), "a " + kind + " segment cannot have the target " + power);
    }

    public Duration length() {
        return to.minus(from);
    }

    /** Whether the instant lies in this segment; its end belongs to the next one. */
    public boolean contains(Duration at) {
        return at.compareTo(from) >= 0 && at.compareTo(to) < 0;
    }

    /** What is done here, wherever it stands in the plan. */
    public Work work() {
        return new Work(kind, length(), power, cadence);
    }

    private static boolean targetFits(SegmentKind kind, Optional<PowerRange> power) {
        return switch (kind) {
            case FREE -> power.isEmpty();
            case REST -> power.isPresent() && power.get().zero();
            case STEADY -> power.isPresent() && !power.get().zero();
            case COOLDOWN ->
                power.isPresent() && power.get().fromPercent() >= power.get().toPercent();
            case INTERVAL_ON -> true;
            case WARMUP, RAMP, INTERVAL_OFF -> power.isPresent();
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
