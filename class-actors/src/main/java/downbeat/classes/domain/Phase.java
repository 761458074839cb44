package downbeat.classes.domain;

/** How far the life of a class has come. */
public enum Phase {
    DRAFT,
    SCHEDULED,
    LOBBY,
    LIVE,
    CLOSING,
    ENDED,
    CANCELLED
}
