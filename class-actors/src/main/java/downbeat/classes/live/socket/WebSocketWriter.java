package downbeat.classes.live.socket;

import akka.util.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the frames a server sends: whole, unmasked. */
final class WebSocketWriter {
    private static final int FIN = 0x80;
    private static final int MOST_IN_CONTROL = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private WebSocketWriter() {}

    static ByteString text(String text) {
        return frame(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static ByteString ping() {
        return frame(Opcode.PING, new byte[0]);
    }

    static ByteString pong(byte[] payload) {
        return frame(Opcode.PONG, payload);
    }

    static ByteString close(int code, String reason) {
        var words = reason.getBytes(StandardCharsets.UTF_8);
        var room = Math.min(words.length, MOST_IN_CONTROL - 2);
        while (room < words.length && room > 0 && (words[room] & 0xC0) == 0x80) {
            room--; // not in the middle of a character
        }
        var payload = new byte[2 + room];
        payload[0] = (byte) (code >> 8);
        payload[1] = (byte) code;
        System.arraycopy(words, 0, payload, 2, room);
        return frame(Opcode.CLOSE, payload);
    }

    static ByteString frame(Opcode opcode, byte[] payload) {
        var head = head(opcode, payload.length);
        var whole = Arrays.copyOf(head, head.length + payload.length);
        System.arraycopy(payload, 0, whole, head.length, payload.length);
        return ByteString.fromArrayUnsafe(whole);
    }

    private static byte[] head(Opcode opcode, int length) {
        var first = (byte) (FIN | opcode.bits());
        if (length < TWO_BYTES) {
            return new byte[] {first, (byte) length};
        }
        if (length <= 0xFFFF) {
            return new byte[] {first, TWO_BYTES, (byte) (length >> 8), (byte) length};
        }
        return new byte[] {
            first,
            EIGHT_BYTES,
            0,
            0,
            0,
            0,
            (byte) (length >> 24),
            (byte) (length >> 16),
            (byte) (length >> 8),
            (byte) length
        };
    }
}
