package downbeat.cluster.entity;

import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Durable decisions a second, in process, closed loop: every client asks again when it is answered. Without a view: its
 * backlog would be measured with the next load. Run it from the test
 * class path, see docs/benchmarks.md: {@code DecisionsBenchmark [seconds a run] [runs]}.
 */
public final class DecisionsBenchmark {

    private static final String GROUP = "downbeat.entity.most-in-commit";
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private record Load(String name, int entities, int clients) {}

    private static final List<Load> LOADS = List.of(
            new Load("1 hot entity, 64 clients", 1, 64),
            new Load("1 hot entity, 1000 clients", 1, 1_000),
            new Load("100 entities, 1000 clients", 100, 1_000));

    private DecisionsBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        Duration length = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 6);
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        conditions(length, runs);
        for (int run = 1; run <= runs; run++) {
            for (int mostInCommit : new int[] {1_000, 1}) {
                try (World h2 = new World.H2().withoutBoard().with(GROUP, mostInCommit)) {
                    all(run, h2, mostInCommit, length);
                }
                try (World postgres = new World.Postgres().withoutBoard().with(GROUP, mostInCommit)) {
                    all(run, postgres, mostInCommit, length);
                }
            }
        }
        System.exit(0);
    }

    private static void all(int run, World world, int mostInCommit, Duration length) throws InterruptedException {
        for (Load load : LOADS) {
            measure(world, load, WARM_UP, "w");
            Histogram answered = measure(world, load, length, "m");
            System.out.printf(
                    Locale.ROOT,
                    "run %d | %-10s | %-26s | group commit %-3s | %8.0f/s | p50 %7.2f ms | p99 %7.2f ms%n",
                    run,
                    world,
                    load.name(),
                    mostInCommit == 1 ? "off" : "on",
                    answered.getTotalCount() / (length.toMillis() / 1000.0),
                    answered.getValueAtPercentile(50) / 1e6,
                    answered.getValueAtPercentile(99) / 1e6);
        }
    }

    private static Histogram measure(World world, Load load, Duration length, String phase)
            throws InterruptedException {
        ConcurrentHistogram answered = new ConcurrentHistogram(3);
        AtomicBoolean running = new AtomicBoolean(true);
        var tallies = world.tallies();
        for (int client = 0; client < load.clients(); client++) {
            TallyId id = new TallyId(phase + load.entities() + "-" + load.clients() + "-" + client % load.entities());
            again(tallies, id, answered, running);
        }
        Thread.sleep(length);
        running.set(false);
        return answered.copy();
    }

    private static void again(
            AggregateClient<TallyId, Tally.Command, Tally.Reply, Tally.Shown> tallies,
            TallyId id,
            ConcurrentHistogram answered,
            AtomicBoolean running) {
        long asked = System.nanoTime();
        var unused = tallies.ask(id, new Tally.Command.Count(1)).whenComplete((outcome, outage) -> {
            if (running.get()) {
                if (outcome instanceof downbeat.kernel.Outcome.Accepted) {
                    answered.recordValue(System.nanoTime() - asked);
                }
                again(tallies, id, answered, running);
            }
        });
    }

    private static void conditions(Duration length, int runs) {
        System.out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors, max heap %d MB, %d run(s) of %d s after %d s of warm-up; H2 with WRITE_DELAY=0,"
                        + " PostgreSQL with its defaults (fsync and synchronous_commit on); load average %.2f%n",
                System.getProperty("os.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                runs,
                length.toSeconds(),
                WARM_UP.toSeconds(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }
}
