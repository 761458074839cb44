package downbeat.popups.domain.ticket;

/** Whether a ticket lets anybody in, and why it no longer does. */
public enum Validity {
    VALID,
    /** Its holder gave it back. */
    CANCELLED,
    /** The organizer took it back. */
    REVOKED,
    /** Its holder takes part online instead. */
    RELEASED
}
