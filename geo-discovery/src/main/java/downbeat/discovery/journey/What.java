package downbeat.discovery.journey;

/** The steps of the way, in the order in which they usually come. Stored under these names. */
public enum What {
    /** Took part in a class online. */
    TRIED,
    /** Took part in a class in its room. */
    TOOK_PART,
    /** Was shown a pop-up in a list, having allowed that this is noted. */
    SHOWN,
    /** Has a ticket of a pop-up. */
    BOOKED,
    /** Was let in at a pop-up. */
    CHECKED_IN,
    /** Became a member. */
    JOINED
}
