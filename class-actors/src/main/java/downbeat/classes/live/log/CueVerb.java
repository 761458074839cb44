package downbeat.classes.live.log;

/** What a device does with a cue; the words are those of the wire protocol. */
public enum CueVerb {
    SAY,
    SEGMENT,
    COUNT,
    TONE,
    SHOW,
    START,
    PAUSE,
    RESUME,
    SKIP,
    SHIFT,
    ASK,
    ASK_CLOSED,
    CLOSE,
    CHECK,
    CHECKED,
    BURST,
    BURST_OVER,
    BURSTS,
    ADAPT;

    /** Whether a trainer may tap it. */
    public boolean tapped() {
        return this == SAY || this == TONE || this == SHOW;
    }
}
