package downbeat.classes.live.adapt;

import downbeat.classes.live.bio.Zones;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a member is to hold now.
 *
 * @param zone of heart rate, 1 to {@value Zones#COUNT}
 * @param cadence pedalling rate, rpm; empty when the segment asks for none
 */
public record Target(int zone, OptionalInt cadence) {
    /**
     * The upper ends of power levels 1 to 4 in percent of threshold power (active recovery, endurance, tempo, threshold; above
     * is level 5), as in H. Allen, A. Coggan, <i>Training and Racing with a Power Meter</i>. Level n is taken for zone n.
     */
    private static final double[] LEVEL_ENDS = {55, 75, 90, 105};

    /** What a segment asks for at a position of the plan within it; nothing when it names no power. */
    public static Optional<Target> of(Segment segment, Duration position) {
        if (segment.kind() == SegmentKind.INTERVAL_ON && segment.power().isEmpty()) {
            return Optional.of(new Target(Zones.COUNT, segment.cadence()));
        }
        return segment.power().map(power -> {
            var ramps = segment.kind() == SegmentKind.RAMP
                    || segment.kind() == SegmentKind.WARMUP
                    || segment.kind() == SegmentKind.COOLDOWN;
            var share = (double) position.minus(segment.from()).toMillis()
                    / segment.length().toMillis();
            var percent = ramps
                    ? power.fromPercent() + (power.toPercent() - power.fromPercent()) * Math.clamp(share, 0, 1)
                    : Math.max(power.fromPercent(), power.toPercent());
            return new Target(zone(percent), segment.cadence());
        });
    }

    private static int zone(double percent) {
        var zone = 1;
        while (zone < Zones.COUNT && percent > LEVEL_ENDS[zone - 1]) {
            zone++;
        }
        return zone;
    }

    /** Whether there is work to hold back from; heart rate stays high for minutes into an easy stretch, and says nothing there. */
    boolean work() {
        return zone > 1;
    }
}
