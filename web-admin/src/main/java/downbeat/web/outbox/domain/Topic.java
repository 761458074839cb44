package downbeat.web.outbox.domain;

/** What a message is about. */
public enum Topic {
    CONFIRMED,
    OFFERED,
    OFFER_LAPSED,
    MOVED,
    CANCELLED,
    REVOKED,
    TRANSFERRED,
    REMINDER,
    /** In the organizer's own words. */
    ANNOUNCEMENT
}
