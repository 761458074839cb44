package downbeat.drops.bench;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * Ten times as many clients as a node has work for, over its public API: {@code OverloadBenchmark URL [clients] [seconds]} beside a
 * running node without rate limits. Each client keeps a connection and asks again as soon as it is answered, also when it is told to
 * come back later; every second a new drop of 1,000 units opens. First so many clients (the peak), then ten times as many, then so
 * many again, which shows how soon the node is itself. An answer counts as work done if it decides: a claim, or that nothing is left.
 * One that turns away must say when to come again, or the benchmark fails.
 */
public final class OverloadBenchmark {
    private static final int STOCK = 1_000;
    private static final int TIMES = 10;
    private static final Duration NEXT_DROP = Duration.ofSeconds(1);
    private static final double KEPT = 0.8;

    private final Shop shop;
    private volatile String open = "";
    private final AtomicLong members = new AtomicLong();

    private OverloadBenchmark(Shop shop) {
        this.shop = shop;
    }

    /** What the clients of one phase were answered, second by second. */
    private record Watch(long began, AtomicLong[] decided, AtomicLong[] turnedAway, ConcurrentHistogram[] answered) {
        Watch(int seconds) {
            this(
                    System.nanoTime(),
                    IntStream.rangeClosed(0, seconds)
                            .mapToObj(i -> new AtomicLong())
                            .toArray(AtomicLong[]::new),
                    IntStream.rangeClosed(0, seconds)
                            .mapToObj(i -> new AtomicLong())
                            .toArray(AtomicLong[]::new),
                    IntStream.rangeClosed(0, seconds)
                            .mapToObj(i -> new ConcurrentHistogram(3))
                            .toArray(ConcurrentHistogram[]::new));
        }

        int second(long now) {
            return (int) Math.min(decided.length - 1, (now - began) / 1_000_000_000L);
        }

        double perSecond(AtomicLong[] of) {
            return IntStream.range(0, of.length - 1).mapToLong(i -> of[i].get()).sum() / (of.length - 1.0);
        }

        double percentile(double p) {
            var all = new ConcurrentHistogram(3);
            IntStream.range(0, answered.length - 1).forEach(i -> all.add(answered[i]));
            return all.getValueAtPercentile(p) / 1e6;
        }
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            throw new IllegalArgumentException("usage: OverloadBenchmark URL [clients] [seconds]");
        }
        int clients = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
        System.out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors, stock %d a second, %d clients and %d times as many, %d s each%n",
                System.getProperty("os.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                STOCK,
                clients,
                TIMES,
                seconds);
        try (var shop = new HttpShop("over HTTP", URI.create(args[0]))) {
            new OverloadBenchmark(shop).run(clients, seconds);
        }
        System.exit(0);
    }

    private void run(int clients, int seconds) throws Exception {
        next();
        try (var doors = Executors.newSingleThreadScheduledExecutor()) {
            var opening = doors.scheduleAtFixedRate(
                    this::next, NEXT_DROP.toMillis(), NEXT_DROP.toMillis(), TimeUnit.MILLISECONDS);
            rush(clients, 2 * seconds);
            var peak = rush(clients, seconds);
            print("peak", clients, peak);
            var overload = rush(TIMES * clients, seconds);
            print("overload", TIMES * clients, overload);
            var after = rush(clients, seconds);
            print("afterwards", clients, after);
            opening.cancel(false);
            judge(peak, overload, after);
        }
    }

    private void next() {
        var name = "second-" + System.nanoTime();
        try {
            shop.open(name, STOCK);
            open = name;
        } catch (Exception busy) {
            System.out.println("no new drop: " + busy.getMessage()); // the one before goes on
        }
    }

    private Watch rush(int clients, int seconds) throws Exception {
        var hands = new ArrayList<Shop.Client>();
        for (int i = 0; i < clients; i++) {
            hands.add(shop.client());
        }
        var watch = new Watch(seconds);
        long end = watch.began() + Duration.ofSeconds(seconds).toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (var hand : hands) {
                all.add(threads.submit(() -> {
                    press(hand, watch, end);
                    return null;
                }));
            }
            for (var done : all) {
                done.get();
            }
        }
        for (var hand : hands) {
            hand.close();
        }
        return watch;
    }

    private void press(Shop.Client hand, Watch watch, long end) throws Exception {
        for (long asked = System.nanoTime(); asked < end; asked = System.nanoTime()) {
            var answer = hand.claim(open, "m-" + members.getAndIncrement());
            long told = System.nanoTime();
            int second = watch.second(told);
            if (answer == Shop.Answer.BUSY) {
                watch.turnedAway()[second].incrementAndGet();
            } else {
                watch.decided()[second].incrementAndGet();
                watch.answered()[second].recordValue(told - asked);
            }
        }
    }

    private static void print(String phase, int clients, Watch watch) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d clients, %.0f decided/s, p50 %.0f ms, p99 %.0f ms, %.0f turned away/s, load %.1f%n",
                phase,
                clients,
                watch.perSecond(watch.decided()),
                watch.percentile(50),
                watch.percentile(99),
                watch.perSecond(watch.turnedAway()),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** A node is itself again in the first second in which it decides as much as before with a p99 of at most twice the one before. */
    private static void judge(Watch peak, Watch overload, Watch after) {
        double kept = overload.perSecond(overload.decided()) / peak.perSecond(peak.decided());
        double enough = KEPT * peak.perSecond(peak.decided());
        double soon = 2 * peak.percentile(99);
        var itself = IntStream.range(0, after.decided().length - 1)
                .filter(i -> after.decided()[i].get() >= enough
                        && after.answered()[i].getValueAtPercentile(99) / 1e6 <= soon)
                .findFirst();
        System.out.printf(
                Locale.ROOT,
                "work kept in overload: %.0f %% of the peak (goal 80); itself again after %s s (goal 10)%n",
                100 * kept,
                itself.isPresent()
                        ? Integer.toString(itself.getAsInt() + 1)
                        : "more than " + (after.decided().length - 1));
    }
}
