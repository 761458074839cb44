package downbeat.classes.live.socket;

import akka.util.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the WebSocket frames a client sends. Holds at most one message of {@value #MOST} bytes and one network read. Not
 * thread-safe: one per socket.
 */
final class WebSocketReader {
    /** The limit of the protocol: 64 KiB a message, all fragments together. */
    static final int MOST = 64 * 1024;

    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;

    /** What was read. */
    sealed interface Read {
        record Text(String text) implements Read {}

        record Binary() implements Read {}

        record Ping(byte[] payload) implements Read {}

        record Pong() implements Read {}

        /** @param code 1005 when the client gave none */
        record Close(int code) implements Read {}
    }

    private ByteString unread = ByteString.emptyByteString();
    private ByteString fragments = ByteString.emptyByteString();
    private @Nullable Opcode fragmented;

    void feed(ByteString bytes) {
        unread = unread.isEmpty() ? bytes : unread.concat(bytes);
    }

    /**
     * The next whole message or control frame; empty until more bytes come.
     *
     * @throws SocketClosed 1002, 1007 or 1009 when the client broke the rules
     */
    Optional<Read> next() {
        while (true) {
            var frame = frame();
            if (frame == null) {
                return Optional.empty();
            }
            var read = frame.opcode.control() ? control(frame) : data(frame);
            if (read != null) {
                return Optional.of(read);
            }
        }
    }

    private record Frame(boolean last, Opcode opcode, byte[] payload) {}

    private @Nullable Frame frame() {
        if (unread.size() < 2) {
            return null;
        }
        int first = unread.apply(0) & 0xFF;
        int second = unread.apply(1) & 0xFF;
        demand((first & RESERVED) == 0, "reserved bits are set");
        demand((second & MASKED) != 0, "frames of a client are masked");
        var opcode = Opcode.of(first & 0x0F);
        var extra = (second & 0x7F) == 126 ? 2 : (second & 0x7F) == 127 ? 8 : 0;
        if (unread.size() < 2 + extra) {
            return null;
        }
        var length = extra == 0 ? second & 0x7F : number(2, extra);
        demand(!opcode.control() || (length <= 125 && (first & FIN) != 0), "a control frame is short and whole");
        if (length < 0 || length + fragments.size() > MOST) {
            throw new SocketClosed(CloseCode.TOO_BIG, "a frame has at most 64 KiB");
        }
        var start = 2 + extra + 4;
        var end = start + (int) length;
        if (unread.size() < end) {
            return null;
        }
        var payload = unmasked(start, (int) length);
        unread = unread.size() == end ? ByteString.emptyByteString() : unread.drop(end);
        return new Frame((first & FIN) != 0, opcode, payload);
    }

    private byte[] unmasked(int start, int length) {
        var payload = unread.slice(start, start + length).toArray();
        for (var i = 0; i < length; i++) {
            payload[i] ^= unread.apply(start - 4 + (i & 3));
        }
        return payload;
    }

    private long number(int from, int bytes) {
        long value = 0;
        for (var i = 0; i < bytes; i++) {
            value = value << 8 | (unread.apply(from + i) & 0xFF);
        }
        return value;
    }

    private static Read control(Frame frame) {
        return switch (frame.opcode) {
            case PING -> new Read.Ping(frame.payload);
            case PONG -> new Read.Pong();
            default -> new Read.Close(closeCode(frame.payload));
        };
    }

    private static int closeCode(byte[] payload) {
        return payload.length < 2 ? 1005 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
    }

    private @Nullable Read data(Frame frame) {
        var opcode = fragmented;
        if (frame.opcode == Opcode.CONTINUATION) {
            demand(opcode != null, "nothing to continue");
        } else {
            demand(opcode == null, "a new message inside another");
            opcode = frame.opcode;
        }
        if (!frame.last) {
            fragmented = opcode;
            fragments = fragments.concat(ByteString.fromArrayUnsafe(frame.payload));
            return null;
        }
        var whole = fragments.isEmpty()
                ? frame.payload
                : fragments.concat(ByteString.fromArrayUnsafe(frame.payload)).toArray();
        fragments = ByteString.emptyByteString();
        fragmented = null;
        return opcode == Opcode.TEXT ? new Read.Text(utf8(whole)) : new Read.Binary();
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SocketClosed(CloseCode.NOT_UTF8, "text is UTF-8");
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new SocketClosed(CloseCode.PROTOCOL_ERROR, otherwise);
        }
    }
}
