package downbeat.classes.live.log;

/** Where a running class stands. */
public enum Phase {
    LOBBY,
    LIVE,
    PAUSED,
    CLOSING,
    ENDED;

    public boolean underWay() {
        return this == LIVE || this == PAUSED;
    }

    public boolean over() {
        return this == CLOSING || this == ENDED;
    }
}
