package downbeat.classes.live.log;

/** What a member answers to an ask. */
public enum AnswerKind {
    /** A plain yes. */
    READY,
    /** A number of repetitions. */
    REPS,
    /** Of the live check: the tone was heard. */
    HEAR,
    /** Of the live check: the number of the shape that was seen. */
    SEE
}
