package downbeat.classes.rig.domain;

import java.time.Instant;

/** What a trainer holds classes with. */
public sealed interface Rig {
    record Unchecked() implements Rig {}

    /**
     * @param newest the verdict that counts
     * @param dayBegan when the first verdict of the running 24 hours was recorded
     * @param thatDay how many have been since
     */
    record Checked(RecordedVerdict newest, Instant dayBegan, int thatDay) implements Rig {}
}
