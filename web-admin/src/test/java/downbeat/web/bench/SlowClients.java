package downbeat.web.bench;

import downbeat.web.rehearse.device.Sockets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Listeners that are a burden: half of them read nothing once they are in, half a byte a second. One that is cut comes back a
 * second later, for as long as this is open.
 */
final class SlowClients implements AutoCloseable {
    /** Small, so that the server feels it after kilobytes and not megabytes. */
    private static final int RECEIVE_BYTES = 4096;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int LONGEST_ANSWER = 4 << 20;
    private static final Duration SIP_EVERY = Duration.ofSeconds(1);

    private final Peer peer;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("slow-client-", 0).factory());
    private final LongAdder entered = new LongAdder();
    private volatile boolean open = true;

    /** @param first number of the first of them, behind the listeners that are measured */
    SlowClients(Peer peer, int first, int each) throws InterruptedException {
        this.peer = peer;
        for (int n = 0; n < 2 * each; n++) {
            int number = first + n;
            boolean sips = n % 2 == 1;
            threads.execute(() -> live(number, sips));
        }
        while (entered.sum() < 2L * each) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    /** How often one of them came in. */
    long entered() {
        return entered.sum();
    }

    private void live(int n, boolean sips) {
        while (open) {
            try (Socket socket = new Socket()) {
                enter(socket, n);
                entered.increment();
                burden(socket, sips);
            } catch (IOException cut) {
                // That is what is to be expected.
            } catch (InterruptedException over) {
                return;
            }
            try {
                Thread.sleep(SIP_EVERY);
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    private void enter(Socket socket, int n) throws IOException {
        Sockets.Target target = peer.listener(n);
        socket.setReceiveBufferSize(RECEIVE_BYTES);
        socket.connect(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), target.uri().getPort()),
                CONNECT_MILLIS);
        socket.setSoTimeout(CONNECT_MILLIS);
        String subprotocol =
                target.subprotocol().isEmpty() ? "" : "Sec-WebSocket-Protocol: " + target.subprotocol() + "\r\n";
        socket.getOutputStream()
                .write(("GET " + target.uri().getPath() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: c2xvdy1jbGllbnQtMDAxNg==\r\n" + subprotocol + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        readPast(socket.getInputStream(), "\r\n\r\n");
        Optional<String> greeting = peer.slowGreeting(n);
        if (greeting.isPresent()) {
            socket.getOutputStream().write(masked(greeting.get()));
            readPast(socket.getInputStream(), "{\"id\":1,");
        }
        socket.setSoTimeout(0);
    }

    private static void readPast(InputStream in, String mark) throws IOException {
        StringBuilder said = new StringBuilder();
        while (said.length() < LONGEST_ANSWER) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed before " + mark);
            }
            said.append((char) next);
            if (said.length() >= mark.length() && said.indexOf(mark, said.length() - mark.length()) >= 0) {
                return;
            }
        }
        throw new IOException("no " + mark + " in " + LONGEST_ANSWER + " bytes");
    }

    private void burden(Socket socket, boolean sips) throws IOException, InterruptedException {
        Duration life = Duration.ZERO;
        while (open) {
            Thread.sleep(SIP_EVERY);
            if (sips && socket.getInputStream().read() < 0) {
                return;
            }
            life = life.plus(SIP_EVERY);
            if (!sips && life.compareTo(peer.patience()) > 0) {
                // Who does not read does not notice that it has been cut either.
                return;
            }
        }
    }

    /** A text frame of RFC 6455 with a mask of zeros. */
    private static byte[] masked(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | 126);
        frame.write(payload.length >> 8);
        frame.write(payload.length);
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    @Override
    public void close() {
        open = false;
        threads.shutdownNow();
        System.err.printf("slow clients came in %d times%n", entered.sum());
    }
}
