package downbeat.web.identity.domain;

/** What an account may do. An account can have several. */
public enum Role {
    /** Leads classes and keeps cue plans. */
    TRAINER,
    /** Publishes pop-ups. */
    ORGANIZER,
    /** Works at doors and counters. */
    STAFF,
    /** Takes part. */
    MEMBER,
    /** Runs the node. */
    ADMIN
}
