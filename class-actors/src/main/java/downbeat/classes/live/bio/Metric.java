package downbeat.classes.live.bio;

/** What a burst of biofeedback is about: the board is in its order. */
public enum Metric {
    HR,
    CADENCE,
    POWER,
    REPS
}
