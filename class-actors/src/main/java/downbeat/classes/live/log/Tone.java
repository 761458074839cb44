package downbeat.classes.live.log;

/** The sound of a cue. */
public enum Tone {
    NONE,
    TICK,
    GO,
    REST,
    ALERT
}
