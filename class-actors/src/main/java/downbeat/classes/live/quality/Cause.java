package downbeat.classes.live.quality;

/** Why a device is on its rung. The names in lower case are the {@code reason} of the metric. */
public enum Cause {
    LOSS,
    RTT,
    JITTER,
    FREEZES,
    /** Acknowledgements come late. */
    ACKS,
    /** A device that used to speak says nothing. */
    SILENCE,
    /** The member did not hear the live check. */
    CHECK,
    /** The node has more to do than it can. */
    SHED,
    /** The member's own wish. */
    PIN,
    CLEAN
}
