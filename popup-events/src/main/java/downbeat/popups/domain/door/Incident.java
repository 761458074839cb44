package downbeat.popups.domain.door;

/** What should not have happened at a door and did, mostly because a device was alone. Never hidden, never undone. */
public enum Incident {
    /** Let in twice without going out between. */
    DOUBLE_ADMISSION,
    /** Let in again where that is not allowed. */
    REENTRY,
    /** Let in on a ticket that was void by then. */
    VOID_TICKET,
    /** Let in on the pass of an earlier holder. */
    EARLIER_PASS
}
