package downbeat.classes.plan;

/** What a segment asks of the riders. */
public enum SegmentKind {
    /** Power rises from a low start. */
    WARMUP,
    /** One target, or a band to stay in, all along. */
    STEADY,
    /** The hard part of a repeat. Without a target: all out. */
    INTERVAL_ON,
    /** The easy part of a repeat. */
    INTERVAL_OFF,
    /** Power moves evenly from one target to another. */
    RAMP,
    /** No target: riders choose. */
    FREE,
    /** Power falls to the end. */
    COOLDOWN,
    /** No work at all: the target is zero. */
    REST
}
