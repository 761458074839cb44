package downbeat.web.door;

/** What comes of a code that somebody brings. */
public sealed interface Taking {
    record Taken(Invitation invitation) implements Taking {}

    /** Somebody was here before. */
    record Used() implements Taking {}

    record Expired() implements Taking {}

    /** Nobody was ever invited with it, or too long ago to be remembered. */
    record Unknown() implements Taking {}
}
