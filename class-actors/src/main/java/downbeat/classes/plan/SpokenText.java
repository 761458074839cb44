package downbeat.classes.plan;

import java.time.Duration;

/**
 * Something the trainer wrote to be said at an instant.
 *
 * @param at counted from the start of the plan
 * @param text 1 to {@value PlannedCue#MAX_TEXT} characters
 * @param show how long it stays on the screen
 */
public record SpokenText(Duration at, String text, Duration show) {
    /** What workout files mean when they give no duration: Zwift shows a text for ten seconds. */
    public static final Duration USUAL_SHOW = Duration.ofSeconds(10);
}
