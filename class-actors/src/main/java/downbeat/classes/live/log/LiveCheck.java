package downbeat.classes.live.log;

import downbeat.classes.live.clock.ClassTime;
import java.time.Duration;

/**
 * The opening of a class: who hears, who sees, who answers. Its three asks are a third of its length each.
 *
 * @param cueId names the cue that began it
 * @param startAfter whether the plan runs from its end on
 */
public record LiveCheck(String cueId, ClassTime from, boolean startAfter) {
    public static final Duration LENGTH = Duration.ofSeconds(45);

    public ClassTime to() {
        return from.plus(LENGTH);
    }

    /** The shape on every screen of this check. */
    public Shape shape() {
        return Shape.values()[Math.floorMod(from.micros(), Shape.values().length)];
    }

    /** The id of one of its cues. */
    public String cue(String name) {
        return "x-" + from.micros() + "-" + name;
    }

    /** What a member says to have seen: 1, 2 or 3. */
    public enum Shape {
        CIRCLE(1),
        SQUARE(2),
        TRIANGLE(3);

        private final int number;

        Shape(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
