package downbeat.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.rehearse.stage.OwnNode;
import downbeat.web.stage.PopUpBodies;
import java.io.IOException;
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
    private static final String ALL = PopUpBodies.ALL + "/";
    private static final String ADMIN = "root@example.org";

    private final Asker organizer;
    private final String path;
    private final List<String> devices;
    private final List<String> passes;
    private long number;

    private ScanBench(Asker organizer, String path, List<String> devices, List<String> passes) {
        this.organizer = organizer;
        this.path = path;
        this.devices = devices;
        this.passes = passes;
    }

    private record Figures(Histogram micros, long wrong) {}

    private record Showing(String pass, String direction, String due) {}

    public static void main(String[] args) throws Exception {
        Given given = new Given(args, DEFAULTS);
        Stream<String> settings = Stream.of(
                "-Ddownbeat.identity.admin.email=" + ADMIN, "-Ddownbeat.identity.admin.password=" + Asker.PASSWORD);
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
    private static ScanBench set(String base, Given given) throws Exception {
        int tickets = given.number("tickets");
        Asker organizer = Asker.registered(base, "door-organizer");
        Asker.signedIn(base, ADMIN)
                .send(
                        "PUT",
                        "/api/v1/accounts/" + organizer.account() + "/roles",
                        Map.of("roles", List.of("MEMBER", "ORGANIZER")));
        String path = ALL
                + organizer
                        .send("POST", PopUpBodies.ALL, form(tickets))
                        .get("id")
                        .asText();
        organizer.send("POST", path + "/publish", Map.of());
        List<Map<String, Object>> gates = new ArrayList<>();
        List<String> devices = new ArrayList<>();
        for (int gate = 0; gate < given.number("gates"); gate++) {
            gates.add(Map.of("id", "g" + gate, "name", "Gate " + gate, "entry", true, "exit", true, "reentry", true));
            devices.add(organizer
                    .send("POST", path + "/devices", Map.of("name", "Device " + gate))
                    .get("id")
                    .asText());
        }
        organizer.send("PUT", path + "/gates", Map.of("gates", gates));
        List<String> passes = new ArrayList<>();
        for (int guest = 0; passes.size() < tickets; guest++) {
            passes.addAll(passes(Asker.registered(base, "guest-" + guest), path));
        }
        organizer.send("POST", path + "/open", Map.of());
        return new ScanBench(organizer, path, devices, List.copyOf(passes));
    }

    private static Map<String, Object> form(int tickets) {
        Map<String, Object> kind = PopUpBodies.kind("free", "FREE", tickets, 0);
        kind.put("perPerson", TICKETS_A_PERSON);
        Map<String, Object> form = PopUpBodies.form("capacity", tickets);
        form.put("kinds", List.of(kind));
        return form;
    }

    private static List<String> passes(Asker guest, String path) throws Exception {
        String hold = guest.send("POST", path + "/holds", Map.of("kind", "free", "count", TICKETS_A_PERSON))
                .get("id")
                .asText();
        List<String> passes = new ArrayList<>();
        for (JsonNode ticket : guest.send("POST", path + "/holds/" + hold + "/confirm", Map.of())
                .get("tickets")) {
            String own = path + "/tickets/" + ticket.get("id").asText() + "/pass";
            passes.add(guest.send("GET", own, "").get("text").asText());
        }
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
                if (!answer.contains("\"reason\":\"" + showing.due() + "\"")) {
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

    private CompletableFuture<String> ask(Showing showing) throws IOException {
        int gate = (int) (number % devices.size());
        return organizer.post(
                path + "/scans",
                Map.of(
                        "nonce", "n-" + number,
                        "pass", showing.pass(),
                        "gate", "g" + gate,
                        "device", devices.get(gate),
                        "direction", showing.direction()));
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
