package downbeat.classes.live.log;

/** Where a cue comes from, and so when it is executed. */
public enum CueKind {
    /** From the cue plan; sent about ten seconds ahead, executed at its class time. */
    PLANNED,
    /** The trainer's tap; executed 40 to 90 ms after it was issued, or at once if that has passed. */
    LIVE,
    /** The class itself moves; executed at once. */
    CONTROL
}
