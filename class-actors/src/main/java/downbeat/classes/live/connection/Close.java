package downbeat.classes.live.connection;

/** Close codes of the wire protocol. */
final class Close {
    static final int LEFT = 1000;
    static final int TOO_BIG = 1009;
    static final int NOT_THIS_PROTOCOL = 3000;
    static final int BAD_TOKEN = 3001;
    static final int GOING_AWAY = 3003;
    static final int TOO_SLOW = 3008;
    static final int FLOODING = 3009;
    static final int ENDED = 3010;

    private Close() {}
}
