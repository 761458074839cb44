package downbeat.classes.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be done for how long, before it has a place in a plan.
 *
 * @param length more than zero, whole milliseconds
 * @param power see {@link Segment}
 * @param cadence rpm
 */
public record Work(SegmentKind kind, Duration length, Optional<PowerRange> power, OptionalInt cadence) {

    Segment at(int index, Duration from, String label) {
        return new Segment(index, kind, from, from.plus(length), power, cadence, label);
    }
}
