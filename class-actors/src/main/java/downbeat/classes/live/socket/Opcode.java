package downbeat.classes.live.socket;

/** Kinds of WebSocket frames, RFC 6455 section 5.2. */
enum Opcode {
    CONTINUATION(0),
    TEXT(1),
    BINARY(2),
    CLOSE(8),
    PING(9),
    PONG(10);

    private final int bits;

    Opcode(int bits) {
        this.bits = bits;
    }

    int bits() {
        return bits;
    }

    boolean control() {
        return bits >= 8;
    }

    /** @throws SocketClosed 1002 for a reserved one */
    static Opcode of(int bits) {
        for (var opcode : values()) {
            if (opcode.bits == bits) {
                return opcode;
            }
        }
        throw new SocketClosed(CloseCode.PROTOCOL_ERROR, "reserved opcode " + bits);
    }
}
