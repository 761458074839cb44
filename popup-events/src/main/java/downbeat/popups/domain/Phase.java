package downbeat.popups.domain;

/** How far the life of a pop-up has come. */
public enum Phase {
    DRAFT,
    PUBLISHED,
    DOORS_OPEN,
    CLOSED,
    CANCELLED
}
