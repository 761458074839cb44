package downbeat.popups.series.domain;

import downbeat.kernel.bound.Bounds;

/** What is done to many dates of a series, one after the other. */
public sealed interface Task {
    /** Pop-ups are drafted where there are none. */
    record Make() implements Task {}

    record Publish() implements Task {}

    /** What is said of them becomes what this says, but when they begin. */
    record Alike(Template template) implements Task {}

    /** @param reason for the guests, 1 to 280 characters */
    record Cancel(String reason) implements Task {
        public Cancel {
            Bounds.text("reason", reason, 1, 280);
        }
    }
}
