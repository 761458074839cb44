package downbeat.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.view.ListingWriter;
import downbeat.discovery.view.Replica;
import downbeat.kernel.GeoPoint;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Discovery over HTTP, node and clients in one process, on a table with many listings. First pop-ups are published one after the
 * other, and each is searched for at its place until it is there. Then there are searches in an open loop, at places spread over
 * Berlin and with different filters: each has its time, is sent then, whatever the answers do, and is charged from then.
 */
final class FindBench {
    private static final Map<String, String> DEFAULTS =
            Map.of("listings", "10000", "publish", "200", "rate", "300", "warm", "20", "seconds", "60", "runs", "3");
    /** What each search in turn asks for, beside its place. */
    private static final List<String> FILTERS = List.of(
            "",
            "&kind=pop-up",
            "&attendance=in-person&radius=10000",
            "&style=Yoga",
            "&maxPrice=1000&currency=EUR",
            "&trial=true&accessible=true",
            "&order=nearest&limit=50",
            "&order=soonest&radius=1000",
            "&q=corner",
            "&q=yoga+corner",
            "&kind=class,drop",
            "&soldOut=true&radius=5000");

    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final long NEVER_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Asker omar;
    private final BerlinListings berlin;
    private final Histogram fromAnswer = new ConcurrentHistogram(1, 60_000_000, 3);
    private final Histogram fromSending = new ConcurrentHistogram(1, 60_000_000, 3);

    private FindBench(Asker omar, BerlinListings berlin) {
        this.omar = omar;
        this.berlin = berlin;
    }

    /** @param found listings on all pages together */
    private record Figures(Histogram micros, long errors, long found, double perSecond) {}

    public static void main(String[] args) throws Exception {
        var given = new Given(args, DEFAULTS);
        try (var stage = Stage.open("downbeat.http.rate-limits = off")) {
            var berlin = new BerlinListings(1, Instant.now());
            fill(stage, berlin, given.number("listings"));
            var bench = new FindBench(organizer(stage), berlin);
            bench.search(given.real("rate"), given.seconds("warm"));
            System.out.printf(
                    "%d listings, %d processors, JDK %s, load %s%n",
                    replica(stage).index().size(),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version(),
                    LocalProcess.load());
            bench.publish(given.number("publish"));
            System.out.println(
                    "| run | searches | errors | listings found | a second | p50 ms | p95 ms | p99 ms | max ms | load |");
            System.out.println("|---|---|---|---|---|---|---|---|---|---|");
            for (int run = 1; run <= given.number("runs"); run++) {
                print(run, bench.search(given.real("rate"), given.seconds("seconds")));
            }
        }
        System.exit(0);
    }

    private static Replica replica(Stage stage) {
        return stage.node().node().context().find(Replica.class);
    }

    private static void fill(Stage stage, BerlinListings berlin, int listings) throws InterruptedException {
        var writer = new ListingWriter(stage.node().node().context().database());
        for (int n = 0; n < listings; n++) {
            var listing = berlin.listing(n);
            writer.write(ListingKind.POP_UP, listing.id().source(), 1, List.of(listing));
        }
        while (replica(stage).index().size() < listings) {
            Thread.sleep(PAUSE);
        }
    }

    private static Asker organizer(Stage stage) throws Exception {
        var omar = Asker.registered(stage.url(), "bench-omar");
        stage.admin()
                .put(
                        "/api/v1/accounts/" + omar.account() + "/roles",
                        Map.of("roles", List.of("MEMBER", "ORGANIZER")),
                        "*")
                .expecting(200);
        return omar;
    }

    private void publish(int many) throws Exception {
        for (int n = 0; n < many; n++) {
            publish(berlin.point());
        }
        System.out.println("| from | pop-ups | p50 ms | p95 ms | p99 ms | max ms | load |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var from : List.of(Map.entry("answer", fromAnswer), Map.entry("sending", fromSending))) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s |%n",
                    from.getKey(),
                    from.getValue().getTotalCount(),
                    percentiles(from.getValue()),
                    LocalProcess.load());
        }
    }

    private void publish(GeoPoint point) throws Exception {
        var place = new HashMap<>(PopUpBodies.place());
        place.put("lat", point.latitude());
        place.put("lon", point.longitude());
        var id = omar.send("POST", PopUpBodies.ALL, PopUpBodies.form("place", place))
                .get("id")
                .asText();
        long sent = System.nanoTime();
        omar.send("POST", PopUpBodies.ALL + "/" + id + "/publish", Map.of());
        long answered = System.nanoTime();
        var search = around(point) + "&order=nearest&limit=5";
        while (!has(omar.get(search), id)) {
            if (System.nanoTime() - answered > NEVER_NANOS) {
                throw new IllegalStateException(id + " is not found");
            }
            Thread.sleep(PAUSE);
        }
        long found = System.nanoTime();
        fromAnswer.recordValue((found - answered) / 1_000);
        fromSending.recordValue((found - sent) / 1_000);
    }

    private static boolean has(JsonNode page, String id) {
        var items = page.get("items");
        return IntStream.range(0, items.size())
                .anyMatch(n -> items.get(n).get("id").asText().equals(id));
    }

    private static String around(GeoPoint point) {
        return String.format(Locale.ROOT, "/api/v1/discover?near=%.4f,%.4f", point.latitude(), point.longitude());
    }

    private Figures search(double rate, Duration length) throws Exception {
        var micros = new ConcurrentHistogram(1, 60_000_000, 3);
        var errors = new LongAdder();
        var found = new LongAdder();
        var answers = new ArrayList<CompletableFuture<?>>();
        long start = System.nanoTime();
        long count = Math.round(rate * length.toMillis() / 1e3);
        for (int n = 0; n < count; n++) {
            long due = start + Math.round(n * 1e9 / rate);
            var search = around(berlin.point()) + FILTERS.get(n % FILTERS.size());
            FanOut.sleepUntil(due);
            answers.add(omar.asked(search).handle((answer, failure) -> {
                micros.recordValue((System.nanoTime() - due) / 1_000);
                if (failure != null || answer.statusCode() != 200) {
                    errors.increment();
                } else {
                    found.add(answer.body().split("\"localStart\"", -1).length - 1);
                }
                return answer;
            }));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        return new Figures(micros, errors.sum(), found.sum(), count * 1e9 / (System.nanoTime() - start));
    }

    private static void print(int run, Figures it) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %d | %d | %.1f | %s | %s |%n",
                run,
                it.micros().getTotalCount(),
                it.errors(),
                it.found(),
                it.perSecond(),
                percentiles(it.micros()),
                LocalProcess.load());
    }

    private static String percentiles(Histogram micros) {
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.1f | %.1f",
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }
}
