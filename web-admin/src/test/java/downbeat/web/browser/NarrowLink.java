package downbeat.web.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A link to a node that can become narrow, slow or silent: a browser's own emulation stops sockets altogether for seconds and
 * tells the page when it is offline, which no dead spot does. Each direction carries its bytes one after the other.
 */
final class NarrowLink implements AutoCloseable {
    private static final int ENOUGH = 1 << 30;
    /** Small against a frame, so that a narrow link is shared by those that wait for it. */
    private static final int CHUNK = 128;

    private record Conditions(int bytesPerSecond, long delayNanos) {
        private static final Conditions GOOD = new Conditions(ENOUGH, 0);
    }

    private record Chunk(byte[] bytes, long dueNanos) {}

    private final URI node;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> dead = ConcurrentHashMap.newKeySet();
    private volatile Conditions conditions = Conditions.GOOD;
    private volatile boolean silent;

    private NarrowLink(URI node) throws IOException {
        this.node = node;
        this.door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    static NarrowLink to(String url) {
        try {
            return new NarrowLink(URI.create(url));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://" + node.getHost() + ":" + door.getLocalPort();
    }

    /** From now on every direction carries so much, with this delay. */
    void narrow(int bytesPerSecond, int delayMillis) {
        conditions = new Conditions(bytesPerSecond, delayMillis * 1_000_000L);
    }

    void good() {
        conditions = Conditions.GOOD;
    }

    /** Nothing gets through, and nobody is told. */
    void fallSilent() {
        silent = true;
        dead.addAll(sockets);
    }

    /** New connections get through; what was under way stays lost, as where TCP waits ever longer between its tries. */
    void comeBack() {
        silent = false;
    }

    private void accept() {
        try {
            while (true) {
                var device = door.accept();
                var far = new Socket(node.getHost(), node.getPort());
                device.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                sockets.add(device);
                sockets.add(far);
                if (silent) {
                    dead.add(device);
                    dead.add(far);
                }
                carry(device, far);
                carry(far, device);
            }
        } catch (IOException oneSideIsGone) {
            return;
        }
    }

    private void carry(Socket from, Socket to) throws IOException {
        var underWay = new LinkedBlockingQueue<Chunk>();
        var in = from.getInputStream();
        var out = to.getOutputStream();
        Thread.startVirtualThread(() -> take(in, from, underWay));
        Thread.startVirtualThread(() -> give(underWay, out, to));
    }

    private void take(InputStream in, Socket from, BlockingQueue<Chunk> underWay) {
        var free = System.nanoTime();
        try {
            for (var bytes = in.readNBytes(1); bytes.length > 0; bytes = in.readNBytes(1)) {
                var more = in.readNBytes(Math.min(in.available(), conditions.equals(Conditions.GOOD) ? ENOUGH : CHUNK));
                var chunk = new byte[1 + more.length];
                chunk[0] = bytes[0];
                System.arraycopy(more, 0, chunk, 1, more.length);
                free = Math.max(free, System.nanoTime()) + chunk.length * 1_000_000_000L / conditions.bytesPerSecond();
                if (!dead.contains(from)) {
                    underWay.add(new Chunk(chunk, free + conditions.delayNanos()));
                }
            }
            underWay.add(new Chunk(new byte[0], free + conditions.delayNanos()));
        } catch (IOException closed) {
            underWay.add(new Chunk(new byte[0], free));
        }
    }

    private void give(BlockingQueue<Chunk> underWay, OutputStream out, Socket to) {
        try (to) {
            for (var chunk = underWay.take(); chunk.bytes().length > 0; chunk = underWay.take()) {
                for (var left = chunk.dueNanos() - System.nanoTime();
                        left > 0;
                        left = chunk.dueNanos() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                if (!dead.contains(to)) {
                    out.write(chunk.bytes());
                    out.flush();
                }
            }
        } catch (IOException oneSideIsGone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
