package downbeat.web.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The peers in turns, each run printed raw, then the medians. {@code window=32} makes it a closed loop; {@code beats=1} has every
 * listener say its heart rate once a second; {@code delay=40 jitter=20 loss=1} puts a bad link before all sockets; {@code slow=10}
 * measures each peer without and with ten listeners that read nothing and ten that read a byte a second.
 */
final class FanOutBench {
    /** Where the peers and their files are. */
    static final String HERE = System.getProperty("bench.peers", "web-admin/src/test/bench");

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("peers", "downbeat,ws,mosquitto"),
            Map.entry("members", "500"),
            Map.entry("rate", "10"),
            Map.entry("bytes", "200"),
            Map.entry("warm", "5"),
            Map.entry("seconds", "15"),
            Map.entry("runs", "5"),
            Map.entry("window", "0"),
            Map.entry("beats", "0"),
            Map.entry("delay", "0"),
            Map.entry("jitter", "0"),
            Map.entry("loss", "0"),
            Map.entry("slow", "0"),
            Map.entry("server", ""));

    private FanOutBench() {}

    public static void main(String[] args) throws Exception {
        Given given = new Given(args, DEFAULTS);
        printHead();
        Map<String, List<FanOut.Result>> results = run(given, setting(given));
        System.out.println("\nMedians");
        results.forEach(FanOutBench::printMedians);
        System.exit(0);
    }

    static FanOut.Setting setting(Given given) {
        return new FanOut.Setting(
                given.number("members"),
                given.real("rate"),
                given.number("bytes"),
                given.seconds("warm"),
                given.seconds("seconds"),
                given.number("window"),
                given.real("beats"),
                given.link());
    }

    private static Map<String, List<FanOut.Result>> run(Given given, FanOut.Setting setting) throws Exception {
        Map<String, List<FanOut.Result>> results = new LinkedHashMap<>();
        List<Peer> peers = new ArrayList<>();
        int slow = given.number("slow");
        try {
            for (String name : given.list("peers")) {
                peers.add(start(name, setting.members() + 2 * slow, given.words("server")));
            }
            for (int run = 1; run <= given.number("runs"); run++) {
                for (Peer peer : peers) {
                    results.computeIfAbsent(peer.name(), name -> new ArrayList<>())
                            .add(measure(run, peer.name(), peer, setting));
                    if (slow > 0) {
                        String beside = peer.name() + " + slow";
                        try (SlowClients unused = new SlowClients(peer, setting.members(), slow)) {
                            results.computeIfAbsent(beside, name -> new ArrayList<>())
                                    .add(measure(run, beside, peer, setting));
                        }
                    }
                }
            }
        } finally {
            peers.forEach(Peer::close);
        }
        return results;
    }

    static FanOut.Result measure(int run, String name, Peer peer, FanOut.Setting setting) throws Exception {
        try (FanOut fanOut = new FanOut(peer, setting)) {
            FanOut.Result result = fanOut.measure();
            print(run, name, result);
            return result;
        }
    }

    private static Peer start(String name, int members, List<String> server) throws IOException, InterruptedException {
        return switch (name) {
            case "downbeat" -> new DownbeatPeer(members, server);
            case "ws" -> ws();
            case "mosquitto" -> new MosquittoPeer();
            default -> throw new IllegalArgumentException("unknown peer " + name);
        };
    }

    static Peer ws() throws IOException, InterruptedException {
        return new WsPeer(Path.of(HERE));
    }

    static void printHead() {
        System.out.println(
                "| run | peer | published | delivered | deliveries/s | p50 ms | p95 ms | p99 ms | max ms | server CPU µs/delivery | RSS MB | load |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    private static void print(int run, String name, FanOut.Result r) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %d | %d | %.0f | %.2f | %.2f | %.2f | %.1f | %.1f | %.0f | %s |%n",
                run,
                name,
                r.published(),
                r.delivered(),
                r.perSecond(),
                r.p50(),
                r.p95(),
                r.p99(),
                r.max(),
                r.cpuMicros(),
                r.residentMb(),
                LocalProcess.load());
    }

    private static void printMedians(String name, List<FanOut.Result> runs) {
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, %.0f deliveries/s, %.1f µs CPU per delivery%n",
                name,
                median(runs, FanOut.Result::p50),
                median(runs, FanOut.Result::p95),
                median(runs, FanOut.Result::p99),
                median(runs, FanOut.Result::perSecond),
                median(runs, FanOut.Result::cpuMicros));
    }

    private static double median(List<FanOut.Result> runs, ToDoubleFunction<FanOut.Result> of) {
        double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
