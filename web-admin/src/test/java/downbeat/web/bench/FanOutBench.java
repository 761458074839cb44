package downbeat.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * {@code FanOutBench [peers=downbeat,ws,mosquitto] [members=500] [rate=10] [bytes=200] [warm=5] [seconds=15] [runs=5] [window=0] [server=JVM_OPTIONS]}:
 * the peers in turns, each run printed raw, then the medians.
 */
final class FanOutBench {
    private FanOutBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> given = new LinkedHashMap<>(Map.of(
                "peers",
                "downbeat,ws,mosquitto",
                "members",
                "500",
                "rate",
                "10",
                "bytes",
                "200",
                "warm",
                "5",
                "seconds",
                "15",
                "runs",
                "5",
                "window",
                "0",
                "server",
                ""));
        Arrays.stream(args).map(arg -> arg.split("=", 2)).forEach(pair -> given.put(pair[0], pair[1]));
        FanOut.Setting setting = new FanOut.Setting(
                Integer.parseInt(given.getOrDefault("members", "")),
                Double.parseDouble(given.getOrDefault("rate", "")),
                Integer.parseInt(given.getOrDefault("bytes", "")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("warm", ""))),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("seconds", ""))),
                Integer.parseInt(given.getOrDefault("window", "")));
        System.out.println(
                "| run | peer | published | delivered | deliveries/s | p50 ms | p99 ms | max ms | server CPU µs/delivery | RSS MB | load |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        Map<String, List<FanOut.Result>> results = run(given, setting);
        System.out.println("\nMedians");
        results.forEach(FanOutBench::printMedians);
        System.exit(0);
    }

    private static Map<String, List<FanOut.Result>> run(Map<String, String> given, FanOut.Setting setting)
            throws Exception {
        Map<String, List<FanOut.Result>> results = new LinkedHashMap<>();
        List<Peer> peers = new ArrayList<>();
        try {
            for (String name : given.getOrDefault("peers", "").split(",", -1)) {
                peers.add(start(name, setting.members(), given.getOrDefault("server", "")));
            }
            for (int run = 1; run <= Integer.parseInt(given.getOrDefault("runs", "")); run++) {
                for (Peer peer : peers) {
                    try (FanOut fanOut = new FanOut(peer, setting)) {
                        FanOut.Result result = fanOut.measure();
                        print(run, result);
                        results.computeIfAbsent(peer.name(), name -> new ArrayList<>())
                                .add(result);
                    }
                }
            }
        } finally {
            peers.forEach(Peer::close);
        }
        return results;
    }

    private static Peer start(String name, int members, String server) throws IOException, InterruptedException {
        return switch (name) {
            case "downbeat" -> new DownbeatPeer(members, server.isEmpty() ? List.of() : List.of(server.split(" ", -1)));
            case "ws" -> new WsPeer(Path.of(System.getProperty("bench.peers", "web-admin/src/test/bench")));
            case "mosquitto" -> new MosquittoPeer();
            default -> throw new IllegalArgumentException("unknown peer " + name);
        };
    }

    private static void print(int run, FanOut.Result r) throws IOException {
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %d | %d | %.0f | %.2f | %.2f | %.1f | %.1f | %.0f | %s |%n",
                run,
                r.peer(),
                r.published(),
                r.delivered(),
                r.perSecond(),
                r.p50(),
                r.p99(),
                r.max(),
                r.cpuMicros(),
                r.residentMb(),
                load);
    }

    private static void printMedians(String peer, List<FanOut.Result> runs) {
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f ms, p99 %.2f ms, %.0f deliveries/s, %.1f µs CPU per delivery%n",
                peer,
                median(runs, FanOut.Result::p50),
                median(runs, FanOut.Result::p99),
                median(runs, FanOut.Result::perSecond),
                median(runs, FanOut.Result::cpuMicros));
    }

    private static double median(List<FanOut.Result> runs, ToDoubleFunction<FanOut.Result> of) {
        double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
