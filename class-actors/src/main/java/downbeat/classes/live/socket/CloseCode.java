package downbeat.classes.live.socket;

/** Close codes of RFC 6455 section 7.4.1 that the frame layer itself uses. */
final class CloseCode {
    static final int NORMAL = 1000;
    static final int PROTOCOL_ERROR = 1002;
    static final int NOT_UTF8 = 1007;
    static final int TOO_BIG = 1009;
    static final int UNEXPECTED = 1011;

    private CloseCode() {}
}
