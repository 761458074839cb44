package downbeat.classes.live.message;

/** What somebody is in a class. */
public enum Role {
    /** Leads the class: may do everything. */
    TRAINER,
    /** Takes part. */
    MEMBER,
    /** A screen in the room: sees and hears, has no hand and no answers. */
    SCREEN
}
