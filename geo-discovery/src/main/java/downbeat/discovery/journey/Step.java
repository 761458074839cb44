package downbeat.discovery.journey;

import downbeat.kernel.Cell;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody did, the first time at this class or pop-up.
 *
 * @param source the class or the pop-up
 * @param owner its trainer or organizer; empty where there is none or nothing is known of it
 * @param cell of resolution {@value #RESOLUTION}, in which a pop-up is
 */
public record Step(What what, String source, String owner, Optional<Cell> cell, Instant at) {
    /** Some five square kilometres. */
    public static final int RESOLUTION = 7;
}
