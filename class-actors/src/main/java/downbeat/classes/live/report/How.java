package downbeat.classes.live.report;

/** How a device took a cue; the words are those of the wire protocol. */
public enum How {
    ONTIME,
    LATE,
    EXPIRED,
    REPLAYED,
    WITHDRAWN
}
