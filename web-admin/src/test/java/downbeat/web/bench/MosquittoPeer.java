package downbeat.web.bench;

import downbeat.web.rehearse.device.Socket;
import downbeat.web.rehearse.device.Sockets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mosquitto over WebSocket: MQTT 3.1.1, quality of service 0, as far as a fan-out needs it. */
final class MosquittoPeer implements Peer {
    private static final byte[] TOPIC = "class".getBytes(StandardCharsets.US_ASCII);
    /** Nobody listens to it. */
    private static final byte[] BEATS = "beats".getBytes(StandardCharsets.US_ASCII);

    private static final int CONNECT = 0x10;
    private static final int CONNACK = 0x20;
    private static final int PUBLISH = 0x30;
    private static final int SUBSCRIBE = 0x82;
    private static final int SUBACK = 0x90;

    private final LocalProcess broker;
    private final int port;
    private final Path configuration;

    MosquittoPeer() throws IOException, InterruptedException {
        port = LocalProcess.freePort();
        int unused = LocalProcess.freePort();
        configuration = Files.createTempFile("mosquitto", ".conf");
        // Debian's 2.0.11 does not start with a WebSocket listener alone, nor bind one to 127.0.0.1 without its socket
        // domain.
        Files.writeString(configuration, """
                listener %d 127.0.0.1
                listener %d 127.0.0.1
                protocol websockets
                socket_domain ipv4
                allow_anonymous true
                persistence false
                set_tcp_nodelay true
                max_queued_messages 100000
                log_type error
                """.formatted(unused, port));
        broker = new LocalProcess("mosquitto", "-c", configuration.toString());
        broker.awaitPort(port);
    }

    @Override
    public String name() {
        return "mosquitto";
    }

    @Override
    public double cpuSeconds() {
        return broker.cpuSeconds();
    }

    @Override
    public double residentMb() {
        return broker.residentMb();
    }

    @Override
    public Sockets.Target listener(int n) {
        return new Sockets.Target(URI.create("ws://127.0.0.1:" + port + "/mqtt"), "mqtt", false);
    }

    @Override
    public Sockets.Target publisher() {
        return listener(0);
    }

    @Override
    public void greet(Socket socket, int n) {
        byte[] name = ("bench" + n).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 0});
        text(body, name);
        socket.send(packet(CONNECT, body.toByteArray()));
    }

    @Override
    public boolean readies(Socket socket, byte[] frame, int n) {
        int type = frame[0] & 0xf0;
        if (type == CONNACK && n >= 0) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(new byte[] {0, 1});
            text(body, TOPIC);
            body.write(0);
            socket.send(packet(SUBSCRIBE, body.toByteArray()));
        }
        return n < 0 ? type == CONNACK : type == SUBACK;
    }

    @Override
    public void publish(Socket publisher, String payload) {
        publish(publisher, TOPIC, payload);
    }

    @Override
    public void beat(Socket listener, int n) {
        publish(listener, BEATS, "{\"hr\":%d}".formatted(100 + n % 80));
    }

    private static void publish(Socket publisher, byte[] topic, String payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, topic);
        body.writeBytes(payload.getBytes(StandardCharsets.US_ASCII));
        publisher.send(packet(PUBLISH, body.toByteArray()));
    }

    private static void text(ByteArrayOutputStream to, byte[] text) {
        to.write(text.length >> 8);
        to.write(text.length);
        to.writeBytes(text);
    }

    private static byte[] packet(int type, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        int left = body.length;
        do {
            packet.write(left > 127 ? left % 128 + 128 : left);
            left /= 128;
        } while (left > 0);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    @Override
    public void close() {
        broker.close();
        try {
            Files.deleteIfExists(configuration);
        } catch (IOException e) {
            System.err.println("left behind: " + configuration);
        }
    }
}
