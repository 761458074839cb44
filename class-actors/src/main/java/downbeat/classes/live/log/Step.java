package downbeat.classes.live.log;

/** What a cue is to somebody who holds the log up to a position. */
public enum Step {
    /** The next one. */
    NEXT,
    /** Already held. */
    HELD,
    /** Something before it is missing: resume. */
    GAP,
    /** Of a writer that was replaced, or of another log: ignore. */
    FENCED
}
