package downbeat.classes.live.bio;

import downbeat.classes.live.clock.ClassTime;
import org.jspecify.annotations.Nullable;

/**
 * The newest of each sensor of one member, whichever device it came from; null is what no sensor has said.
 *
 * @param maxHeartRate goes wherever the heart rate goes: a zone is reckoned from both
 */
public record Signs(
        @Nullable Sample heartRate,
        @Nullable Sample cadence,
        @Nullable Sample power,
        @Nullable Sample reps,
        @Nullable Sample maxHeartRate) {
    public static final Signs NONE = new Signs(null, null, null, null, null);

    public static Signs of(Reading reading, ClassTime at) {
        return new Signs(
                sample(reading.heartRate(), at),
                sample(reading.cadence(), at),
                sample(reading.power(), at),
                sample(reading.reps(), at),
                sample(reading.maxHeartRate(), at));
    }

    /** Commutative, associative and idempotent: devices and relays may be merged in any order. */
    public Signs merged(Signs with) {
        return new Signs(
                Sample.newer(heartRate, with.heartRate),
                Sample.newer(cadence, with.cadence),
                Sample.newer(power, with.power),
                Sample.newer(reps, with.reps),
                Sample.newer(maxHeartRate, with.maxHeartRate));
    }

    /** Only what may be seen. */
    public Signs shared(Shares shares) {
        return new Signs(
                shares.heartRate() ? heartRate : null,
                shares.cadence() ? cadence : null,
                shares.power() ? power : null,
                shares.reps() ? reps : null,
                shares.heartRate() ? maxHeartRate : null);
    }

    /** What may still be told as of now. */
    public Reading fresh(ClassTime now) {
        return new Reading(
                value(heartRate, now),
                value(cadence, now),
                value(power, now),
                value(reps, now),
                value(maxHeartRate, now));
    }

    private static @Nullable Sample sample(@Nullable Integer value, ClassTime at) {
        return value == null ? null : new Sample(value, at);
    }

    private static @Nullable Integer value(@Nullable Sample sample, ClassTime now) {
        return sample != null && sample.fresh(now) ? (Integer) sample.value() : null;
    }
}
