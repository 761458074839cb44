package downbeat.classes.plan;

import downbeat.kernel.bound.Wording;
import java.time.Duration;

/**
 * A cue at an instant of the plan.
 *
 * @param cueId {@code p-<n>}: the n-th cue of the plan, counted from 0 in the order of time
 * @param at counted from the start of the plan
 * @param text what is spoken or shown, 1 to 1000 characters
 * @param show how long the text stays on the screen
 * @param index the segment it belongs to; for {@link PlannedVerb#COUNT} the seconds left
 */
public record PlannedCue(String cueId, Duration at, PlannedVerb verb, String text, Duration show, int index) {
    public static final int MAX_TEXT = 1000;

    public PlannedCue {
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("the text of a planned cue has 1 to " + MAX_TEXT + " characters");
        }
        Wording.check("text of a planned cue", text);
        if (at.isNegative() || show.isNegative()) {
            throw new IllegalArgumentException("at and show of a planned cue are not negative");
        }
        if (index < 0) {
            throw new IllegalArgumentException("index of a planned cue is not negative");
        }
    }

    /** The id of the n-th cue of a plan. Devices choose ids that do not begin with {@code p-}. */
    static String id(int n) {
        return "p-" + n;
    }
}
