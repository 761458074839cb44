package downbeat.cluster.entity;

import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Durable decisions a second, in process, closed loop: every client asks again when it is answered, and a moment after an
 * outage, of entities that are there already. Without a view unless asked for: its backlog would be measured with the next load. Run it from the test class
 * path, see docs/benchmarks.md: {@code DecisionsBenchmark [seconds a run] [runs] [view]}.
 */
public final class DecisionsBenchmark {

    private static final String GROUP = "downbeat.entity.most-in-commit";
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    /** Who is turned away and asks again at once only makes it worse. */
    private static final Executor A_MOMENT_LATER = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

    private record Load(String name, int entities, int clients) {}

    private static final List<Load> LOADS = List.of(
            new Load("1 hot entity, 64 clients", 1, 64),
            new Load("1 hot entity, 1000 clients", 1, 1_000),
            new Load("100 entities, 1000 clients", 100, 1_000));

    private DecisionsBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        Duration length = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 6);
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        boolean view = List.of(args).contains("view");
        conditions(length, runs, view);
        for (int run = 1; run <= runs; run++) {
            for (int mostInCommit : new int[] {1_000, 1}) {
                try (World h2 = world(new World.H2(), view, mostInCommit)) {
                    all(run, h2, mostInCommit, length);
                }
                try (World postgres = world(World.Postgres.durable(), view, mostInCommit)) {
                    all(run, postgres, mostInCommit, length);
                }
            }
        }
        System.exit(0);
    }

    private static World world(World world, boolean view, int mostInCommit) {
        return (view ? world : world.withoutBoard()).with(GROUP, mostInCommit);
    }

    private static void all(int run, World world, int mostInCommit, Duration length) throws InterruptedException {
        for (Load load : LOADS) {
            measure(world, load, WARM_UP, "w");
            Answered measured = measure(world, load, length, "m");
            Histogram answered = measured.decided().copy();
            System.out.printf(
                    Locale.ROOT,
                    "run %d | %-10s | %-26s | group commit %-3s | %8.0f/s | p50 %7.2f ms | p99 %7.2f ms"
                            + " | outages %d%n",
                    run,
                    world,
                    load.name(),
                    mostInCommit == 1 ? "off" : "on",
                    answered.getTotalCount() / (length.toMillis() / 1000.0),
                    answered.getValueAtPercentile(50) / 1e6,
                    answered.getValueAtPercentile(99) / 1e6,
                    measured.outages().sum());
        }
    }

    private record Answered(ConcurrentHistogram decided, LongAdder outages, AtomicBoolean running) {
        Answered() {
            this(new ConcurrentHistogram(3), new LongAdder(), new AtomicBoolean(true));
        }
    }

    private static Answered measure(World world, Load load, Duration length, String phase) throws InterruptedException {
        Answered answered = new Answered();
        var tallies = world.tallies();
        present(tallies, load, phase);
        for (int client = 0; client < load.clients(); client++) {
            again(tallies, id(load, phase, client), answered);
        }
        Thread.sleep(length);
        answered.running().set(false);
        return answered;
    }

    private static TallyId id(Load load, String phase, int client) {
        return new TallyId(phase + load.entities() + "-" + load.clients() + "-" + client % load.entities());
    }

    /** Reading an entity from the journal for the first time is not what is measured: on a starved machine it fills a run. */
    private static void present(
            AggregateClient<TallyId, Tally.Command, Tally.Reply, Tally.Shown> tallies, Load load, String phase) {
        for (int entity = 0; entity < load.entities(); entity++) {
            TallyId id = id(load, phase, entity);
            while (tallies.show(id)
                            .handle((shown, outage) -> outage)
                            .toCompletableFuture()
                            .join()
                    != null) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static void again(
            AggregateClient<TallyId, Tally.Command, Tally.Reply, Tally.Shown> tallies, TallyId id, Answered answered) {
        long asked = System.nanoTime();
        var unused = tallies.ask(id, new Tally.Command.Count(1)).whenComplete((outcome, outage) -> {
            if (!answered.running().get()) {
                return;
            }
            if (outage != null) {
                answered.outages().increment();
                A_MOMENT_LATER.execute(() -> again(tallies, id, answered));
                return;
            }
            if (outcome instanceof downbeat.kernel.Outcome.Accepted) {
                answered.decided().recordValue(System.nanoTime() - asked);
            }
            again(tallies, id, answered);
        });
    }

    private static void conditions(Duration length, int runs, boolean view) {
        System.out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors, max heap %d MB, %d run(s) of %d s after %d s of warm-up; H2 with WRITE_DELAY=0,"
                        + " PostgreSQL with fsync and synchronous_commit on; %s; load average %.2f%n",
                System.getProperty("os.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                runs,
                length.toSeconds(),
                WARM_UP.toSeconds(),
                view ? "a view beside it" : "no view",
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }
}
