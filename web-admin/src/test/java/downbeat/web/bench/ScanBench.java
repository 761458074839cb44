package downbeat.web.bench;

import downbeat.web.rehearse.stage.OwnNode;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A door with several gates, online and in an open loop: each scan has its time and is sent then, whatever the answers do, and
 * is charged from then. Guests come in and go out again; one scan in twenty shows a pass whose signature is broken. Every
 * verdict is held to the one that is due.
 */
final class ScanBench {
    private static final Map<String, String> DEFAULTS = Map.of(
            "gates", "4", "rate", "20", "tickets", "200", "warm", "10", "seconds", "60", "runs", "3", "server", "");
    private static final int TICKETS_A_PERSON = 20;
    private static final int FORGED_EVERY = 20;
    private static final String ADMIN = "root@example.org";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI scans;
    private final String token;
    private final List<String> devices;
    private final List<String> passes;
    private long number;

    private ScanBench(URI scans, String token, List<String> devices, List<String> passes) {
        this.scans = scans;
        this.token = token;
        this.devices = devices;
        this.passes = passes;
    }

    private record Figures(Histogram micros, long wrong) {}

    private record Showing(String pass, String direction, String due) {}

    public static void main(String[] args) throws Exception {
        Given given = new Given(args, DEFAULTS);
        Stream<String> settings = Stream.of(
                "-Ddownbeat.identity.admin.email=" + ADMIN, "-Ddownbeat.identity.admin.password=" + Visitor.PASSWORD);
        List<String> options =
                Stream.concat(settings, given.words("server").stream()).toList();
        try (OwnNode node = OwnNode.start(options)) {
            ScanBench bench = set(node.url().toString(), given);
            bench.scan(given.real("rate"), given.seconds("warm"));
            System.out.println("| run | scans | wrong verdicts | p50 ms | p95 ms | p99 ms | max ms | load |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (int run = 1; run <= given.number("runs"); run++) {
                print(run, bench.scan(given.real("rate"), given.seconds("seconds")));
            }
        }
        System.exit(0);
    }

    /** A pop-up with its gates, devices and tickets, and its doors open. */
    private static ScanBench set(String base, Given given) {
        int tickets = given.number("tickets");
        Visitor admin = Visitor.signedIn(base, ADMIN, Visitor.PASSWORD);
        Visitor organizer = Visitor.named(base, "door-organizer");
        admin.put(
                        "/api/v1/accounts/" + organizer.account() + "/roles",
                        Map.of("roles", List.of("MEMBER", "ORGANIZER")),
                        "*")
                .expecting(200);
        Map<String, Object> form = PopUpBodies.form("capacity", tickets);
        Map<String, Object> kind = PopUpBodies.kind("free", "FREE", tickets, 0);
        kind.put("perPerson", TICKETS_A_PERSON);
        form.put("kinds", List.of(kind));
        String id = PopUpBodies.published(organizer, form);
        String path = PopUpBodies.ALL + "/" + id;
        List<Map<String, Object>> gates = new ArrayList<>();
        List<String> devices = new ArrayList<>();
        for (int gate = 0; gate < given.number("gates"); gate++) {
            gates.add(Map.of("id", "g" + gate, "name", "Gate " + gate, "entry", true, "exit", true, "reentry", true));
            devices.add(PopUpBodies.device(organizer, id));
        }
        organizer.put(path + "/gates", Map.of("gates", gates), "*").expecting(200);
        List<String> passes = new ArrayList<>();
        for (int guest = 0; passes.size() < tickets; guest++) {
            passes.addAll(passes(Visitor.named(base, "guest-" + guest), id, path));
        }
        organizer.post(path + "/open").expecting(200);
        return new ScanBench(URI.create(base + path + "/scans"), organizer.token(), devices, List.copyOf(passes));
    }

    private static List<String> passes(Visitor guest, String id, String path) {
        String hold = guest.post(path + "/holds", Map.of("kind", "free", "count", TICKETS_A_PERSON))
                .expecting(201)
                .json()
                .get("id")
                .asText();
        List<String> passes = new ArrayList<>();
        guest.post(path + "/holds/" + hold + "/confirm")
                .expecting(200)
                .json()
                .get("tickets")
                .forEach(ticket ->
                        passes.add(PopUpBodies.pass(guest, id, ticket.get("id").asText())));
        return passes;
    }

    private Figures scan(double rate, Duration length) throws Exception {
        Histogram micros = new ConcurrentHistogram(1, 60_000_000, 3);
        LongAdder wrong = new LongAdder();
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        long start = System.nanoTime();
        long count = Math.round(rate * length.toMillis() / 1e3);
        for (long n = 0; n < count; n++) {
            long due = start + Math.round(n * 1e9 / rate);
            FanOut.sleepUntil(due);
            Showing showing = next();
            answers.add(ask(showing).thenAccept(answer -> {
                micros.recordValue((System.nanoTime() - due) / 1_000);
                if (!answer.body().contains("\"reason\":\"" + showing.due() + "\"")) {
                    wrong.increment();
                }
            }));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        return new Figures(micros, wrong.sum());
    }

    /** All guests come in one after the other, then all go out, and so on. */
    private Showing next() {
        long n = number++;
        String pass = passes.get((int) (n % passes.size()));
        boolean in = n / passes.size() % 2 == 0;
        if (n % FORGED_EVERY == FORGED_EVERY - 1) {
            return new Showing(forged(pass), "ENTRY", "FORGED");
        }
        return new Showing(pass, in ? "ENTRY" : "EXIT", "OK");
    }

    /** The last letter of a signature carries bits that count for nothing; one in its middle does not. */
    private static String forged(String pass) {
        int middle = pass.length() - 40;
        char other = pass.charAt(middle) == 'A' ? 'B' : 'A';
        return pass.substring(0, middle) + other + pass.substring(middle + 1);
    }

    private CompletableFuture<HttpResponse<String>> ask(Showing showing) {
        int gate = (int) (number % devices.size());
        byte[] body = Visitor.json(Map.of(
                "nonce", "n-" + number,
                "pass", showing.pass(),
                "gate", "g" + gate,
                "device", devices.get(gate),
                "direction", showing.direction()));
        HttpRequest request = HttpRequest.newBuilder(scans)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void print(int run, Figures figures) throws Exception {
        Histogram micros = figures.micros();
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %d | %.1f | %.1f | %.1f | %.1f | %s |%n",
                run,
                micros.getTotalCount(),
                figures.wrong(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                LocalProcess.load());
    }
}
