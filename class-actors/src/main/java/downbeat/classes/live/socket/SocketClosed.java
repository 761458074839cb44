package downbeat.classes.live.socket;

/** Ends a socket with a close code: a handler fails its outlet with it. Not an error, so it carries no stack trace. */
public final class SocketClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * @param code 1000 to 4999, see RFC 6455 section 7.4
     * @param reason at most 123 bytes of UTF-8; what is longer is cut
     */
    public SocketClosed(int code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
