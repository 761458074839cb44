package downbeat.discovery.bench;

import downbeat.discovery.index.Entry;
import downbeat.discovery.index.Filter;
import downbeat.discovery.index.Hit;
import downbeat.discovery.index.ListingIndex;
import downbeat.discovery.index.Order;
import downbeat.discovery.stage.Crowd;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.TimeWindow;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Twenty out of a million around the real stops of Berlin, one thread, closed loop: Downbeat's index in process beside Lucene's
 * nearest twenty in process, Redis over loopback where there is a {@code redis-server} and, when it is given the address of a
 * database, PostGIS, on the same points and in turns. Before that it counts the heap that the index takes and compares what it
 * finds with a look at every entry. Run it from the test class path, see docs/benchmarks.md:
 * {@code NearBenchmark [listings] [rounds] [JDBC address of PostGIS]}.
 */
public final class NearBenchmark {
    /** From when the questions ask, for two days. */
    static final TimeWindow SOON = new TimeWindow(Crowd.NOW, Crowd.NOW.plus(Duration.ofDays(2)));

    private static final int COMPARED = 100;

    private NearBenchmark() {}

    private record Round(double perSecond, double p50, double p99) {}

    public static void main(String[] args) throws Exception {
        int listings = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var crowd = new Crowd(1);
        var entries = IntStream.range(0, listings).mapToObj(crowd::entry).toList();
        long before = used();
        long begun = System.nanoTime();
        var index = new ListingIndex();
        index.putAll(entries);
        double filled = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d listings, %d processors, JDK %s, load %.1f%nheap of the index %.1f MiB, filled in %.1f s, recall %.4f%n",
                listings,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                (used() - before) / 1048576.0,
                filled,
                recall(index, entries));
        var searchers = new ArrayList<Searcher>(List.of(
                new DownbeatSearcher(index, Order.BEST, false),
                new DownbeatSearcher(index, Order.NEAREST, false),
                new DownbeatSearcher(index, Order.BEST, true),
                new LuceneSearcher(entries)));
        if (RedisSearcher.there()) {
            searchers.add(new RedisSearcher(entries));
        }
        if (args.length > 2) {
            searchers.add(new PostgisSearcher(args[2], entries));
        }
        for (var searcher : searchers) {
            run(searcher, crowd);
        }
        System.out.printf("%-45s %12s %10s %10s   each round/s%n", "", "questions/s", "p50 ms", "p99 ms");
        var results = new ArrayList<List<Round>>();
        searchers.forEach(searcher -> results.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int n = 0; n < searchers.size(); n++) {
                results.get(n).add(run(searchers.get(n), crowd));
            }
        }
        for (int n = 0; n < searchers.size(); n++) {
            print(searchers.get(n).name(), results.get(n));
            searchers.get(n).close();
        }
    }

    /** At other points in every round. */
    private static Round run(Searcher searcher, Crowd crowd) throws Exception {
        var points = IntStream.range(0, searcher.questions())
                .mapToObj(n -> crowd.point())
                .toList();
        var histogram = new Histogram(3);
        int found = 0;
        long begun = System.nanoTime();
        for (var point : points) {
            long start = System.nanoTime();
            found += searcher.search(point);
            histogram.recordValue(System.nanoTime() - start);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (found < points.size()) {
            throw new IllegalStateException(searcher.name() + " finds next to nothing");
        }
        return new Round(
                points.size() / seconds,
                histogram.getValueAtPercentile(50) / 1e6,
                histogram.getValueAtPercentile(99) / 1e6);
    }

    /** The round in the middle by questions a second. */
    private static void print(String name, List<Round> rounds) {
        var sorted = rounds.stream()
                .sorted(Comparator.comparingDouble(Round::perSecond))
                .toList();
        var middle = sorted.get(sorted.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "%-45s %12.0f %10.3f %10.3f   %s%n",
                name,
                middle.perSecond(),
                middle.p50(),
                middle.p99(),
                rounds.stream()
                        .map(it -> String.format(Locale.ROOT, "%.0f", it.perSecond()))
                        .toList());
    }

    /** Of the nearest twenty by a look at every entry, how many the index finds; two that are as far to a centimetre are one. */
    private static double recall(ListingIndex index, List<Entry> entries) {
        var crowd = new Crowd(2);
        int wanted = 0;
        int got = 0;
        for (int n = 0; n < COMPARED; n++) {
            var point = crowd.point();
            var nearest = entries.stream()
                    .filter(it -> it.left() > 0 && matches(it, point))
                    .mapToDouble(it -> it.point().orElseThrow().metresTo(point))
                    .sorted()
                    .limit(20)
                    .toArray();
            var hits =
                    index.best(DownbeatSearcher.question(point, Order.NEAREST).filtered(Filter.NONE), 20);
            var found = hits.stream()
                    .map(Hit::metres)
                    .mapToDouble(metres -> metres.orElseThrow())
                    .toArray();
            wanted += nearest.length;
            for (int rank = 0; rank < Math.min(nearest.length, found.length); rank++) {
                got += Math.abs(nearest[rank] - found[rank]) < 0.02 ? 1 : 0;
            }
        }
        return got / (double) wanted;
    }

    private static boolean matches(Entry it, GeoPoint point) {
        double metres = it.point().orElseThrow().metresTo(point);
        long minutes = (long) Math.ceil(metres / 200);
        return metres <= 3_000
                && it.start().isBefore(SOON.end())
                && !SOON.start().plus(Duration.ofMinutes(minutes)).isAfter(it.until());
    }

    private static long used() {
        for (int n = 0; n < 4; n++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
