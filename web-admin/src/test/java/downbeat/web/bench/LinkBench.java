package downbeat.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.rehearse.stage.OwnNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A class over a bad link, in turns with a plain fan-out over a link as bad: what a tap takes to be executed and acknowledged, by the bound that needs no
 * clocks, and how far apart members execute a planned cue; beside it when a {@code ws} listener has a payload in hand.
 */
final class LinkBench {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("members", "8"),
            Map.entry("rate", "2"),
            Map.entry("bytes", "200"),
            Map.entry("warm", "2"),
            Map.entry("seconds", "60"),
            Map.entry("runs", "5"),
            Map.entry("window", "0"),
            Map.entry("beats", "0"),
            Map.entry("delay", "40"),
            Map.entry("jitter", "20"),
            Map.entry("loss", "1"),
            Map.entry("plan", FanOutBench.HERE + "/every-second.zwo"));

    private LinkBench() {}

    public static void main(String[] args) throws Exception {
        Given given = new Given(args, DEFAULTS);
        System.out.println(
                "| run | what | p50 / p95 / p99 / max ms | skew p50 / p95 / max ms | unacked of sent | findings | lost on the way | load |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        try (Peer ws = FanOutBench.ws()) {
            for (int run = 1; run <= given.number("runs"); run++) {
                rehearse(run, given);
                try (FanOut fanOut = new FanOut(ws, FanOutBench.setting(given))) {
                    FanOut.Result r = fanOut.measure();
                    System.out.printf(
                            "| %d | ws, published to received | %.1f / %.1f / %.1f / %.1f | on arrival: %s | – | – | %s | %s |%n",
                            run, r.p50(), r.p95(), r.p99(), r.max(), fanOut.skew(), fanOut.lost(), LocalProcess.load());
                }
            }
        }
        System.exit(0);
    }

    private static void rehearse(int run, Given given) throws IOException {
        try (BadLink link = new BadLink(given.link(), run);
                OwnNode node = OwnNode.start(List.of())) {
            int port = link.to(node.url().getPort()).port();
            JsonNode report = Rehearsed.report(
                    "http://127.0.0.1:" + port,
                    List.of(
                            "--members", given.text("members"),
                            "--seconds", given.text("seconds"),
                            "--cues-per-second", given.text("rate"),
                            "--plan", given.text("plan"),
                            "--jitter-min", "0",
                            "--jitter-max", "0",
                            "--droppers", "0"));
            JsonNode skew = report.path("skewMs");
            System.out.printf(
                    "| %d | downbeat, tapped to executed and acknowledged (upper bound) | %s | planned cues: %.1f / %.1f / %.1f | %d of %d | %s | %s | %s |%n",
                    run,
                    Rehearsed.percentiles(report.path("cue").path("upperBoundMs")),
                    skew.path("p50").asDouble(),
                    skew.path("p95").asDouble(),
                    skew.path("max").asDouble(),
                    report.path("cue").path("unacked").asLong(),
                    report.path("cue").path("sent").asLong(),
                    report.path("checked").path("findings"),
                    link.told(),
                    LocalProcess.load());
            System.out.printf(
                    "| %d | downbeat, published to received | %s | | | | | |%n",
                    run, Rehearsed.percentiles(report.path("publishToReceiveMs")));
        }
    }
}
