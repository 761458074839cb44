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
    /** Something opened near its reader, who asked to be told. */
    NEARBY,
    /** In the organizer's own words. */
    ANNOUNCEMENT
}
