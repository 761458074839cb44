package downbeat.classes.live.clock;

import java.time.Duration;

/**
 * An instant of a class: microseconds since the class's own zero. Never wall clock; equal for everybody.
 *
 * @param micros microseconds since the lobby opened
 */
public record ClassTime(long micros) implements Comparable<ClassTime> {
    public static final ClassTime ZERO = new ClassTime(0);

    /** From the wire's form, milliseconds with a fraction. */
    public static ClassTime ofMillis(double millis) {
        return new ClassTime(Math.round(millis * 1000));
    }

    /** The wire's form: milliseconds with a fraction. */
    public double millis() {
        return micros / 1000.0;
    }

    public ClassTime plus(Duration by) {
        return new ClassTime(micros + by.toNanos() / 1000);
    }

    public ClassTime minus(Duration by) {
        return new ClassTime(micros - by.toNanos() / 1000);
    }

    /** The time that passed from the other to this; negative when the other is later. */
    public Duration since(ClassTime earlier) {
        return Duration.ofNanos((micros - earlier.micros) * 1000);
    }

    public boolean isBefore(ClassTime other) {
        return micros < other.micros;
    }

    public boolean isAfter(ClassTime other) {
        return micros > other.micros;
    }

    public static ClassTime later(ClassTime a, ClassTime b) {
        return a.micros >= b.micros ? a : b;
    }

    @Override
    public int compareTo(ClassTime other) {
        return Long.compare(micros, other.micros);
    }
}
