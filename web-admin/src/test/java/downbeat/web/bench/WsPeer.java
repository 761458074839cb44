package downbeat.web.bench;

import downbeat.web.rehearse.device.Socket;
import downbeat.web.rehearse.device.Sockets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Node with the {@code ws} package. */
final class WsPeer implements Peer {
    private final LocalProcess node;
    private final int port;

    WsPeer(Path peers) throws IOException, InterruptedException {
        port = LocalProcess.freePort();
        node = new LocalProcess("node", peers.resolve("fanout.js").toString(), Integer.toString(port));
        node.awaitPort(port);
    }

    @Override
    public String name() {
        return "ws";
    }

    @Override
    public double cpuSeconds() {
        return node.cpuSeconds();
    }

    @Override
    public double residentMb() {
        return node.residentMb();
    }

    @Override
    public Sockets.Target listener(int n) {
        return target("/sub");
    }

    @Override
    public Sockets.Target publisher() {
        return target("/pub");
    }

    private Sockets.Target target(String path) {
        return new Sockets.Target(URI.create("ws://127.0.0.1:" + port + path), "", false);
    }

    @Override
    public void greet(Socket socket, int n) {}

    @Override
    public boolean readyAtOnce() {
        return true;
    }

    @Override
    public boolean readies(Socket socket, byte[] frame, int n) {
        return false;
    }

    @Override
    public void publish(Socket publisher, String payload) {
        publisher.send(payload);
    }

    @Override
    public void beat(Socket listener, int n) {
        listener.send("{\"hr\":%d}".formatted(100 + n % 80));
    }

    @Override
    public void close() {
        node.close();
    }
}
