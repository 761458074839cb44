package downbeat.classes.live.log;

/** What a member answers to an ask. */
public enum AnswerKind {
    /** A plain yes. */
    READY,
    /** A number of repetitions. */
    REPS
}
