package downbeat.classes.plan;

/** What a device does with a planned cue; the words are those of the wire protocol. */
public enum PlannedVerb {
    /** Speak and show the text. */
    SAY,
    /** A segment starts: speak its target. */
    SEGMENT,
    /** A beep of a countdown. */
    COUNT,
    /** Show the text without speaking. */
    SHOW
}
