package downbeat.classes.live.connection;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket client by hand, which reads only when told to. */
final class RawDevice implements AutoCloseable {
    private static final String HANDSHAKE = """
            GET /api/v1/live HTTP/1.1
            Host: x
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            Sec-WebSocket-Protocol: cue.v1

            """;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    private RawDevice(int port) throws IOException {
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write(HANDSHAKE.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException(head.toString());
        }
    }

    static RawDevice open(int port) throws IOException {
        return new RawDevice(port);
    }

    /** Short texts only; masked with zeros. */
    void send(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | bytes.length);
        frame.write(new byte[4]);
        frame.write(bytes);
        socket.getOutputStream().write(frame.toByteArray());
    }

    /** The text of a frame, or "close", its code and its reason. */
    String readFrame() throws IOException {
        var opcode = in.readUnsignedByte() & 0x0f;
        var length = in.readUnsignedByte();
        length = length == 126 ? in.readUnsignedShort() : length;
        if (opcode == 8) {
            var code = in.readUnsignedShort();
            return "close " + code + " " + new String(in.readNBytes(length - 2), StandardCharsets.UTF_8);
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Whether the server has torn the connection down: writing to it fails. */
    boolean isReset() {
        try {
            send("{}");
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
