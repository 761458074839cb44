package downbeat.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.rehearse.device.Socket;
import downbeat.web.rehearse.device.Sockets;
import downbeat.web.rehearse.stage.OwnNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A crowd comes into a running class within seconds, each run into a new class of the same node, which is cold at the first: how long after the press of join a member is in and has executed its first cue, in turns with
 * sockets that are opened at the same pace to {@code ws} and wait for the first payload. The class asks the API for a join token, checks it,
 * lets members in through its queue and replays; {@code ws} does nothing of this.
 */
final class JoinBench {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("members", "1000"),
            Map.entry("within", "5"),
            Map.entry("rate", "2"),
            Map.entry("seconds", "20"),
            Map.entry("runs", "3"),
            Map.entry("server", ""));

    private JoinBench() {}

    public static void main(String[] args) throws Exception {
        Given given = new Given(args, DEFAULTS);
        System.out.println(
                "| run | server | in | join p50 / p95 / p99 / max ms | first cue p50 / p95 / p99 / max ms | load |");
        System.out.println("|---|---|---|---|---|---|");
        try (Peer ws = FanOutBench.ws();
                OwnNode node = OwnNode.start(given.words("server"))) {
            for (int run = 1; run <= given.number("runs"); run++) {
                rehearse(run, given, node);
                open(run, given, ws);
            }
        }
        System.exit(0);
    }

    private static void rehearse(int run, Given given, OwnNode node) throws IOException {
        JsonNode report = Rehearsed.report(
                node.url().toString(),
                List.of(
                        "--members", given.text("members"),
                        "--join-within", given.text("within"),
                        "--cues-per-second", given.text("rate"),
                        "--seconds", given.text("seconds"),
                        "--jitter-min", "0",
                        "--jitter-max", "0",
                        "--droppers", "0"));
        JsonNode admitted = report.path("links").path("joinMs");
        row(run, "downbeat, socket to attached", report.path("joined").asLong(), Rehearsed.percentiles(admitted), "–");
        row(
                run,
                "downbeat, press to first cue",
                report.path("joined").asLong(),
                Rehearsed.percentiles(report.path("joinMs")),
                Rehearsed.percentiles(report.path("firstCueMs")));
        row(
                run,
                "downbeat, in to first cue",
                report.path("joined").asLong(),
                "–",
                Rehearsed.percentiles(report.path("firstCueOnceInMs")));
    }

    private static void open(int run, Given given, Peer ws) throws Exception {
        int members = given.number("members");
        long apart = Math.round(given.real("within") * 1e9 / members);
        long payloads = Math.round(1e9 / given.real("rate"));
        Histogram in = new ConcurrentHistogram(1, 60_000_000, 3);
        Histogram first = new ConcurrentHistogram(1, 60_000_000, 3);
        try (Sockets sockets = new Sockets(2);
                Sockets publishers = new Sockets(1)) {
            List<CompletableFuture<Void>> heard = new ArrayList<>();
            Socket publisher = Arrival.publisher(publishers, ws);
            long start = System.nanoTime();
            var unused = publishers
                    .loop()
                    .scheduleAtFixedRate(() -> ws.publish(publisher, "payload"), 0, payloads, TimeUnit.NANOSECONDS);
            for (int n = 0; n < members; n++) {
                long press = start + n * apart;
                FanOut.sleepUntil(press);
                heard.add(new Arrival(press, in, first).at(sockets, ws.listener(n)));
            }
            CompletableFuture.allOf(heard.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        }
        row(run, "ws", in.getTotalCount(), percentiles(in), percentiles(first));
    }

    private static void row(int run, String server, long in, String join, String first) throws IOException {
        System.out.printf("| %d | %s | %d | %s | %s | %s |%n", run, server, in, join, first, LocalProcess.load());
    }

    private static String percentiles(Histogram micros) {
        return String.format(
                Locale.ROOT,
                "%.1f / %.1f / %.1f / %.1f",
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }

    /** One socket that waits for its first payload. */
    private record Arrival(long press, Histogram in, Histogram first) {
        CompletableFuture<Void> at(Sockets sockets, Sockets.Target target) {
            CompletableFuture<Void> heard = new CompletableFuture<>();
            sockets.open(sockets.loop(), target, new Socket.Listener() {
                @Override
                public void opened(Socket socket) {
                    in.recordValue((System.nanoTime() - press) / 1_000);
                }

                @Override
                public void frame(Socket socket, byte[] payload) {
                    if (heard.complete(null)) {
                        first.recordValue((System.nanoTime() - press) / 1_000);
                    }
                }

                @Override
                public void closed(Socket socket, int code) {
                    heard.completeExceptionally(new IllegalStateException("closed with " + code));
                }
            });
            return heard;
        }

        static Socket publisher(Sockets sockets, Peer peer) throws Exception {
            CompletableFuture<Socket> ready = new CompletableFuture<>();
            sockets.open(sockets.loop(), peer.publisher(), new Socket.Listener() {
                @Override
                public void opened(Socket socket) {
                    ready.complete(socket);
                }

                @Override
                public void frame(Socket socket, byte[] payload) {}

                @Override
                public void closed(Socket socket, int code) {
                    ready.completeExceptionally(new IllegalStateException("closed with " + code));
                }
            });
            return ready.get(10, TimeUnit.SECONDS);
        }
    }
}
