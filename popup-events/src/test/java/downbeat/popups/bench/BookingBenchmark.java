package downbeat.popups.bench;

import downbeat.cluster.node.NodeSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * A rush on a pop-up, closed loop, in process: guests come through 64 clients, each asks for a hold and confirms it. Beside
 * Downbeat on H2 and on PostgreSQL the same through a locked row of the same PostgreSQL server, in turns. Run it from the
 * test class path, see docs/benchmarks.md: {@code BookingBenchmark [rounds] [pool of the row lock]}.
 */
public final class BookingBenchmark {
    private static final int CLIENTS = 64;
    private static final int GUESTS = 2_000;
    private static final List<Integer> CAPACITIES = List.of(100, GUESTS);
    private static final int WARM_UPS = 5;

    private BookingBenchmark() {}

    private record Rush(double perSecond, double p50, double p99, BoxOffice.Count count) {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int pool = args.length > 1 ? Integer.parseInt(args[1]) : 16;
        try (EmbeddedPostgres server = durable();
                BoxOffice rowLock = new RowLockOffice(server.getPostgresDatabase(), pool);
                BoxOffice postgres = new DownbeatOffice("Downbeat, PostgreSQL", on(server));
                BoxOffice h2 = new DownbeatOffice("Downbeat, H2", onH2());
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            conditions(server, rounds, pool);
            List<BoxOffice> offices = List.of(rowLock, postgres, h2);
            for (int capacity : CAPACITIES) {
                for (BoxOffice office : offices) {
                    for (int warmUp = 1; warmUp <= WARM_UPS; warmUp++) {
                        rush(office, "warm-" + capacity + "-" + warmUp, capacity, clients);
                    }
                }
                print(capacity, measure(rounds, capacity, offices, clients));
            }
        }
        System.exit(0);
    }

    private static Map<String, List<Rush>> measure(
            int rounds, int capacity, List<BoxOffice> offices, ExecutorService clients) throws Exception {
        Map<String, List<Rush>> rushes = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (BoxOffice office : offices) {
                Rush rush = rush(office, "rush-" + capacity + "-" + round, capacity, clients);
                rushes.computeIfAbsent(office.name(), name -> new ArrayList<>()).add(rush);
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %d | %s | %.0f | %.2f | %.2f | %d | %d | %.2f |%n",
                        capacity,
                        round,
                        office.name(),
                        rush.perSecond(),
                        rush.p50(),
                        rush.p99(),
                        rush.count().tickets(),
                        rush.count().holders(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
        }
        return rushes;
    }

    private static Rush rush(BoxOffice office, String popUp, int capacity, ExecutorService clients) throws Exception {
        office.publish(popUp, capacity);
        AtomicInteger guests = new AtomicInteger();
        ConcurrentHistogram answered = new ConcurrentHistogram(3);
        Callable<Integer> client = () -> {
            int booked = 0;
            for (int guest = guests.getAndIncrement(); guest < GUESTS; guest = guests.getAndIncrement()) {
                long asked = System.nanoTime();
                booked += office.book(popUp, "guest-" + guest) ? 1 : 0;
                answered.recordValue(System.nanoTime() - asked);
            }
            return booked;
        };
        long began = System.nanoTime();
        int booked = 0;
        for (Future<Integer> done : clients.invokeAll(java.util.Collections.nCopies(CLIENTS, client))) {
            booked += done.get();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        BoxOffice.Count count = office.count(popUp);
        if (booked != capacity || count.tickets() != capacity || count.holders() != capacity) {
            throw new IllegalStateException(office.name() + " told " + booked + " guests of " + capacity
                    + " places that they have one, and has " + count);
        }
        return new Rush(
                GUESTS / seconds,
                answered.getValueAtPercentile(50) / 1e6,
                answered.getValueAtPercentile(99) / 1e6,
                count);
    }

    private static void print(int capacity, Map<String, List<Rush>> rushes) {
        double peer = median(rushes.values().iterator().next());
        rushes.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "median for %d places: %s %.0f answers/s, %.1f times the row lock%n",
                capacity,
                name,
                median(all),
                median(all) / peer));
    }

    private static double median(List<Rush> rushes) {
        double[] sorted = rushes.stream().mapToDouble(Rush::perSecond).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** As a server is run, and unlike the embedded one's defaults: what is committed is on the disk. */
    private static EmbeddedPostgres durable() throws Exception {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static NodeSettings on(EmbeddedPostgres server) {
        return loopback()
                .with("downbeat.database.url", server.getJdbcUrl("postgres", "postgres"))
                .with("downbeat.database.user", "postgres")
                .with("downbeat.database.password", "postgres");
    }

    private static NodeSettings onH2() throws Exception {
        return loopback().withData(Files.createTempDirectory("downbeat-bookings"));
    }

    private static NodeSettings loopback() {
        return NodeSettings.parse("downbeat { node { host = 127.0.0.1, port = 0 }, http.port = 0 }");
    }

    private static void conditions(EmbeddedPostgres server, int rounds, int pool) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors, %d guests through %d clients, %d rounds after %d to warm up; PostgreSQL with fsync %s"
                        + " and synchronous_commit %s, %d connections for the row lock; H2 with WRITE_DELAY=0%n"
                        + "| places | round | office | answers/s | p50 ms | p99 ms | tickets | holders | load |%n"
                        + "|---|---|---|---|---|---|---|---|---|%n",
                System.getProperty("os.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                GUESTS,
                CLIENTS,
                rounds,
                WARM_UPS,
                asked(server, "show fsync"),
                asked(server, "show synchronous_commit"),
                pool);
    }

    private static String asked(EmbeddedPostgres server, String setting) throws Exception {
        try (Connection db = server.getPostgresDatabase().getConnection();
                ResultSet row = db.createStatement().executeQuery(setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
