package downbeat.classes.live.bio;

/** Which of a member's readings the others may see. Nothing, until the member chooses. */
public record Shares(boolean heartRate, boolean cadence, boolean power, boolean reps) {
    public static final Shares NONE = new Shares(false, false, false, false);
    public static final Shares ALL = new Shares(true, true, true, true);

    public boolean any() {
        return heartRate || cadence || power || reps;
    }
}
