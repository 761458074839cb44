package downbeat.web.bench;

import downbeat.web.rehearse.device.Socket;
import downbeat.web.rehearse.device.Sockets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code IdleBench [members=2000] [minutes=10] [server=JVM_OPTIONS]}: what a connected member who only keeps class time costs, and
 * whether anything grows. Heap is read after two full collections.
 */
final class IdleBench {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Duration PROBE_EVERY = Duration.ofMillis(2_500);

    private IdleBench() {}

    public static void main(String[] args) throws Exception {
        Given given = new Given(args, Map.of("members", "2000", "minutes", "10", "server", "-Xmx1g"));
        int members = given.number("members");
        try (DownbeatPeer peer = new DownbeatPeer(members, given.words("server"));
                Sockets sockets = new Sockets(2)) {
            System.out.println("| minute | sockets | heap after GC, MB | resident MB | threads | server CPU, cores |");
            System.out.println("|---|---|---|---|---|---|");
            connect(peer, sockets, -1).get(30, TimeUnit.SECONDS);
            double before = row(peer, "before", 0, peer.cpuSeconds(), 1);
            List<Socket> all = new ArrayList<>();
            for (int n = 0; n < members; n++) {
                all.add(connect(peer, sockets, n).get(30, TimeUnit.SECONDS));
            }
            double after = row(peer, "0", count(all), peer.cpuSeconds(), 1);
            for (int minute = 1; minute <= given.number("minutes"); minute++) {
                double cpu = peer.cpuSeconds();
                Thread.sleep(Duration.ofMinutes(1));
                row(peer, Integer.toString(minute), count(all), cpu, 60);
            }
            System.out.printf(Locale.ROOT, "%nheap per connection: %.1f KB%n", (after - before) * 1024 / members);
        }
        System.exit(0);
    }

    private static long count(List<Socket> all) {
        return all.stream().filter(Socket::isOpen).count();
    }

    private static double row(DownbeatPeer peer, String minute, long sockets, double cpuBefore, double seconds)
            throws IOException {
        double cpu = (peer.cpuSeconds() - cpuBefore) / seconds;
        double heap = heapMb(peer.pid());
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.0f | %d | %.2f |%n",
                minute,
                sockets,
                heap,
                peer.residentMb(),
                LocalProcess.threads(peer.pid()),
                cpu);
        return heap;
    }

    private static double heapMb(long pid) throws IOException {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) / 1024.0 : 0;
    }

    private static String jcmd(long pid, String command) throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(tool, Long.toString(pid), command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A member who probes the clock as the protocol asks, and does nothing else. */
    private static CompletableFuture<Socket> connect(Peer peer, Sockets sockets, int n) {
        CompletableFuture<Socket> ready = new CompletableFuture<>();
        var loop = sockets.loop();
        sockets.open(loop, peer.publisher(), new Socket.Listener() {
            @Override
            public void opened(Socket socket) {
                peer.greet(socket, n);
            }

            @Override
            public void frame(Socket socket, byte[] payload) {
                if (!ready.isDone() && peer.readies(socket, payload, n)) {
                    ready.complete(socket);
                    var unused = loop.scheduleAtFixedRate(
                            () -> socket.send("{\"id\":9,\"clock\":{\"t0\":" + System.nanoTime() / 1e6 + "}}"),
                            n % 2_500,
                            PROBE_EVERY.toMillis(),
                            TimeUnit.MILLISECONDS);
                }
            }

            @Override
            public void closed(Socket socket, int code) {
                if (!ready.completeExceptionally(new IllegalStateException("closed with " + code))) {
                    System.err.println("a socket closed with " + code);
                }
            }
        });
        return ready;
    }
}
