package downbeat.classes.live.bio;

import org.jspecify.annotations.Nullable;

/**
 * What a member's sensors say at one moment; null is what no sensor says.
 *
 * @param heartRate beats per minute, {@value #LEAST_HEART_RATE} to {@value #MOST_HEART_RATE}: what people have been seen alive with
 * @param cadence revolutions or steps per minute, 0 to {@value #MOST_CADENCE}
 * @param power watts, 0 to {@value #MOST_POWER}
 * @param reps repetitions since the member came in, 0 to {@value #MOST_REPS}
 * @param maxHeartRate the member's own, beats per minute, {@value #LEAST_MAX_HEART_RATE} to {@value #MOST_MAX_HEART_RATE}: said,
 *     not sensed, and told to nobody; null when the member has not said it
 */
public record Reading(
        @Nullable Integer heartRate,
        @Nullable Integer cadence,
        @Nullable Integer power,
        @Nullable Integer reps,
        @Nullable Integer maxHeartRate) {
    public static final int LEAST_HEART_RATE = 25;
    public static final int MOST_HEART_RATE = 250;
    public static final int MOST_CADENCE = 300;
    public static final int MOST_POWER = 3_000;
    public static final int MOST_REPS = 10_000;
    /** Below it lies nobody who takes part in a class; 208 − 0.7 × age gives 131 at 110 years. */
    public static final int LEAST_MAX_HEART_RATE = 100;

    public static final int MOST_MAX_HEART_RATE = 230;

    /** Of somebody without sensors. */
    public static final Reading SILENT = new Reading(null, null, null, null, null);

    public Reading {
        check("heartRate", heartRate, LEAST_HEART_RATE, MOST_HEART_RATE);
        check("cadence", cadence, 0, MOST_CADENCE);
        check("power", power, 0, MOST_POWER);
        check("reps", reps, 0, MOST_REPS);
        check("maxHeartRate", maxHeartRate, LEAST_MAX_HEART_RATE, MOST_MAX_HEART_RATE);
    }

    /** Of a member who has not said the maximal heart rate. */
    public static Reading of(
            @Nullable Integer heartRate, @Nullable Integer cadence, @Nullable Integer power, @Nullable Integer reps) {
        return new Reading(heartRate, cadence, power, reps, null);
    }

    /** Beats per minute by which this member's zones are reckoned. */
    public int zonesEndAt() {
        return maxHeartRate == null ? Zones.MAX_HEART_RATE : maxHeartRate;
    }

    /** Whether any sensor says anything. */
    public boolean speaks() {
        return heartRate != null || cadence != null || power != null || reps != null;
    }

    private static void check(String name, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", not " + value);
        }
    }
}
