package downbeat.classes.view;

import downbeat.classes.live.report.ClassReport;
import downbeat.kernel.ClassId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one of a trainer's classes went, and who of it came again. */
public record ClassNumbers(
        ClassId id, String title, Instant start, Instant endedAt, ClassReport report, Repeat repeat) {

    /**
     * Of those who joined a class, how many joined another of the same trainer that ended within {@link #WINDOW} after it.
     *
     * @param cohort members who joined
     * @param returned of them, who came again so far
     * @param complete whether the whole window has passed: before, the number can only grow
     */
    public record Repeat(long cohort, long returned, boolean complete) {
        public static final Duration WINDOW = Duration.ofDays(14);

        /** 0 to 1; null when nobody joined. */
        public @Nullable Double share() {
            return cohort == 0 ? null : (Double) ((double) returned / cohort);
        }
    }
}
