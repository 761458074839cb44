package downbeat.classes.live.bio;

import downbeat.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * A member on the board; null is what is not shared, or not fresh any more.
 *
 * @param reading in the units of {@link Reading}; its reps are those that the device counted
 * @param confirmed reps that the member confirmed, over all asks of the class
 */
public record Line(
        ParticipantId member,
        String name,
        Reading reading,
        @Nullable Integer confirmed) {

    /** 1 to 5; null without a heart rate. */
    public @Nullable Integer zone() {
        var rate = reading.heartRate();
        return rate == null ? null : (Integer) Zones.of(rate, reading.zonesEndAt());
    }

    /** What the board is ordered by; null is not ordered at all. Of reps counted and reps confirmed the higher. */
    public @Nullable Integer by(Metric metric) {
        return switch (metric) {
            case HR -> reading.heartRate();
            case CADENCE -> reading.cadence();
            case POWER -> reading.power();
            case REPS -> higher(reading.reps(), confirmed);
        };
    }

    private static @Nullable Integer higher(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
