package downbeat.classes.live.message;

/** Channels of which only the newest push matters, in the order of their importance: biofeedback is the last. */
public enum Channel {
    STATE,
    PLAN,
    RUNG,
    HANDS,
    ASKS,
    ANSWERED,
    CHECK,
    GAUGE,
    ADAPT,
    QUEUE,
    NEXT,
    DROP,
    ASSETS,
    BIO
}
