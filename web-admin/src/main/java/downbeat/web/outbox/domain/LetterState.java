package downbeat.web.outbox.domain;

/** How far a letter has come. Whatever it is, its reader finds the message on the pages. */
public enum LetterState {
    /** For the post to come, or for the next try. */
    WAITING,
    SENT,
    /** The post could not deliver it and will not try again. */
    FAILED,
    /** The reader wants no e-mail. */
    UNWANTED,
    /** It would have come too late to be of use. */
    LATE
}
