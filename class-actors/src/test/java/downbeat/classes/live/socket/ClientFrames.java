package downbeat.classes.live.socket;

import akka.util.ByteString;

/** Writes the frames a client sends: masked. */
final class ClientFrames {
    private static final byte[] MASK = {0x11, 0x72, (byte) 0xA3, 0x04};

    private ClientFrames() {}

    static ByteString of(boolean last, Opcode opcode, byte[] payload) {
        var plain = WebSocketWriter.frame(opcode, payload).toArray();
        var headed = plain.length - payload.length;
        var masked = new byte[plain.length + 4];
        System.arraycopy(plain, 0, masked, 0, headed);
        masked[0] = (byte) (last ? plain[0] : plain[0] & 0x7F);
        masked[1] |= (byte) 0x80;
        System.arraycopy(MASK, 0, masked, headed, 4);
        for (var i = 0; i < payload.length; i++) {
            masked[headed + 4 + i] = (byte) (payload[i] ^ MASK[i & 3]);
        }
        return ByteString.fromArray(masked);
    }
}
