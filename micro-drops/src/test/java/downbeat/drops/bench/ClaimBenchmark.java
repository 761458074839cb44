package downbeat.drops.bench;

import downbeat.drops.stage.World;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * A rush on one hot drop with a stock of 1,000, closed loop, in process, durable before the answer: so many clients at once, each
 * goes on until it has been refused often enough, 20,000 times over all. Beside Downbeat on H2 and on PostgreSQL what people build
 * with a locked row and with SKIP LOCKED on the same PostgreSQL server, and with a script in Redis, in turns. Every round counts
 * exactly 1,000 claims, or the benchmark fails. Run it from the test class path, see docs/benchmarks.md:
 * {@code ClaimBenchmark [rounds] [rounds to warm up] [pool of the row lock] [NAME=URL …]}. With the URLs of running nodes it is they who are rushed, over
 * their public API, beside the locked row and Redis, which are still called in process.
 */
public final class ClaimBenchmark {
    private static final int STOCK = 1_000;
    private static final int REFUSALS = 20_000;
    private static final List<Integer> CLIENTS = List.of(64, 1_000);
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private ClaimBenchmark() {}

    private record Rush(double claims, double p50, double p99, double refusals, double load) {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int warmUps = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        int pool = args.length > 2 ? Integer.parseInt(args[2]) : 16;
        try (var server = World.Postgres.create();
                var file = World.H2.create();
                var shops = new Shops()) {
            shops.add(new SqlShop.RowLock(server.server().getPostgresDatabase(), pool));
            if (args.length > 3) {
                shops.add(new RedisShop());
                for (String node : List.of(args).subList(3, args.length)) {
                    var url = URI.create(node.substring(node.indexOf('=') + 1));
                    shops.add(new HttpShop("over HTTP, " + node.substring(0, node.indexOf('=')), url));
                }
            } else {
                shops.add(new SqlShop.SkipLocked(server.server().getPostgresDatabase(), pool));
                shops.add(new RedisShop());
                shops.add(new DownbeatShop("Downbeat, PostgreSQL", server.settings()));
                shops.add(new DownbeatShop("Downbeat, H2", file.settings()));
            }
            conditions(rounds, warmUps, pool);
            for (int clients : CLIENTS) {
                warmUp(warmUps, clients, shops.all());
                print(clients, measure(rounds, clients, shops.all()));
            }
        }
        System.exit(0);
    }

    /** What is closed together. */
    private record Shops(List<Shop> all) implements AutoCloseable {
        Shops() {
            this(new ArrayList<>());
        }

        void add(Shop shop) {
            all.add(shop);
        }

        @Override
        public void close() throws Exception {
            for (var shop : all.reversed()) {
                shop.close();
            }
        }
    }

    /** The first round of all is told too: it is what a drop meets that is the first of a process. */
    private static void warmUp(int warmUps, int clients, List<Shop> shops) throws Exception {
        for (Shop shop : shops) {
            for (int warmUp = 1; warmUp <= warmUps; warmUp++) {
                Rush rush = rush(shop, "warm-" + clients + "-" + warmUp, clients, REFUSALS / 10);
                if (warmUp == 1) {
                    print(clients, "first", shop, rush);
                }
            }
        }
    }

    private static Map<String, List<Rush>> measure(int rounds, int clients, List<Shop> shops) throws Exception {
        Map<String, List<Rush>> rushes = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Shop shop : shops) {
                // What views and reactions have still to do for the round before is no part of this one.
                Thread.sleep(SETTLED);
                Rush rush = rush(shop, "rush-" + clients + "-" + round, clients, REFUSALS);
                rushes.computeIfAbsent(shop.name(), name -> new ArrayList<>()).add(rush);
                print(clients, Integer.toString(round), shop, rush);
            }
        }
        return rushes;
    }

    private static void print(int clients, String round, Shop shop, Rush rush) {
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %s | %.0f | %.2f | %.2f | %.0f | %.2f |%n",
                clients,
                round,
                shop.name(),
                rush.claims(),
                rush.p50(),
                rush.p99(),
                rush.refusals(),
                rush.load());
    }

    /** Of all clients of a round. */
    private record Watch(
            AtomicLong members,
            AtomicLong claimed,
            AtomicLong refused,
            AtomicLong began,
            AtomicLong soldOut,
            ConcurrentHistogram answered) {
        Watch() {
            this(
                    new AtomicLong(),
                    new AtomicLong(),
                    new AtomicLong(),
                    new AtomicLong(Long.MAX_VALUE),
                    new AtomicLong(Long.MIN_VALUE),
                    new ConcurrentHistogram(3));
        }
    }

    /** Shops may share a database: a round of each has a name of its own. */
    private static Rush rush(Shop shop, String name, int clients, int refusals) throws Exception {
        var round = name + "-" + Integer.toHexString(shop.name().hashCode());
        shop.open(round, STOCK);
        var watch = new Watch();
        var start = new CyclicBarrier(clients);
        var all = new ArrayList<Callable<Void>>();
        var hands = new ArrayList<Shop.Client>();
        for (int number = 0; number < clients; number++) {
            var client = shop.client();
            hands.add(client);
            all.add(() -> {
                start.await();
                press(client, round, watch, refusals / clients);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        }
        long over = System.nanoTime();
        for (var client : hands) {
            client.close();
        }
        long count = shop.claims(round);
        if (watch.claimed().get() != STOCK || count != STOCK) {
            throw new IllegalStateException(shop.name() + " told " + watch.claimed() + " that they have one of " + STOCK
                    + ", and has " + count);
        }
        return new Rush(
                STOCK / ((watch.soldOut().get() - watch.began().get()) / 1e9),
                watch.answered().getValueAtPercentile(50) / 1e6,
                watch.answered().getValueAtPercentile(99) / 1e6,
                watch.refused().get() / ((over - watch.soldOut().get()) / 1e9),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void press(Shop.Client client, String round, Watch watch, int refusals) throws Exception {
        watch.began().accumulateAndGet(System.nanoTime(), Math::min);
        for (int refused = 0; refused < refusals; ) {
            long asked = System.nanoTime();
            var answer = client.claim(round, "m-" + watch.members().getAndIncrement());
            long told = System.nanoTime();
            if (answer == Shop.Answer.CLAIMED) {
                watch.claimed().incrementAndGet();
                watch.answered().recordValue(told - asked);
                watch.soldOut().accumulateAndGet(told, Math::max);
            } else if (answer == Shop.Answer.SOLD_OUT) {
                refused++;
                watch.refused().incrementAndGet();
            }
        }
    }

    private static void print(int clients, Map<String, List<Rush>> rushes) {
        var measured = List.copyOf(rushes.values());
        double rowLock = median(measured.get(0), Rush::claims);
        double redis = median(Objects.requireNonNull(rushes.get("Lua, Redis")), Rush::claims);
        rushes.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "median for %d clients: %s %.0f claims/s, p50 %.2f ms, p99 %.2f ms, %.0f refusals/s; %.1f times the row"
                        + " lock, %.2f times Redis%n",
                clients,
                name,
                median(all, Rush::claims),
                median(all, Rush::p50),
                median(all, Rush::p99),
                median(all, Rush::refusals),
                median(all, Rush::claims) / rowLock,
                median(all, Rush::claims) / redis));
    }

    private static double median(List<Rush> rushes, ToDoubleFunction<Rush> figure) {
        double[] sorted = rushes.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void conditions(int rounds, int warmUps, int pool) {
        System.out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors, stock %d, %d rounds after %d to warm up each; PostgreSQL with fsync and"
                        + " synchronous_commit on, %d connections for the row lock and for SKIP LOCKED; Redis with appendfsync"
                        + " always, a connection for each client; H2 with WRITE_DELAY=0; load average %.2f%n"
                        + "| clients | round | shop | claims/s | p50 ms | p99 ms | refusals/s | load |%n"
                        + "|---|---|---|---|---|---|---|---|%n",
                System.getProperty("os.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                STOCK,
                rounds,
                warmUps,
                pool,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
