package downbeat.discovery.bench;

import downbeat.discovery.alert.AlertId;
import downbeat.discovery.alert.Channel;
import downbeat.discovery.alert.Hours;
import downbeat.discovery.alert.Wish;
import downbeat.discovery.alert.view.AlertTable;
import downbeat.discovery.alert.view.Announcer;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingId;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.listing.Particulars;
import downbeat.discovery.listing.Spot;
import downbeat.discovery.stage.Crowd;
import downbeat.discovery.stage.Tables;
import downbeat.discovery.stage.Wishes;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.ListingWriter;
import downbeat.kernel.AccountId;
import downbeat.kernel.Cell;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jdbi.v3.core.Jdbi;

/**
 * How long it takes from a listing that is written to the first push of its first wave, with so many subscribers around the stops of
 * Berlin, on a file of H2. The round is called at once: on a node it comes up to 100 ms later. Run it from the test class path, see
 * docs/benchmarks.md: {@code TellBenchmark [subscribers] [openings]}.
 */
public final class TellBenchmark {
    private static final int WARM_UP = 50;
    private static final int LEFT = 20;

    private TellBenchmark() {}

    public static void main(String[] args) throws Exception {
        int subscribers = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int openings = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        var file = Files.createTempDirectory("downbeat-tell").resolve("tell");
        var database = Jdbi.create("jdbc:h2:file:" + file + ";DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_DELAY=-1");
        Tables.create(database);
        var crowd = new Crowd(1);
        var alerts = new AlertTable(database, Clock.systemUTC());
        database.useHandle(db -> db.execute("SET WRITE_DELAY 500"));
        subscribe(alerts, crowd, subscribers);
        database.useHandle(db -> db.execute("SET WRITE_DELAY 0"));
        var metrics = new SimpleMeterRegistry();
        var pushed = new long[1];
        var announcer = new Announcer(
                database,
                alerts,
                new ListingTable(database),
                (db, about, wave, to, now) -> {},
                it -> Set.of(),
                told -> pushed[0] = told.isEmpty() ? 0 : System.nanoTime(),
                Clock.systemUTC(),
                metrics);
        announcer.round();
        var all = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        var matching = metrics.get("downbeat.alerts.matching").timer();
        double cold = 0;
        for (int n = 0; n < WARM_UP + openings; n++) {
            pushed[0] = 0;
            cold = n == WARM_UP ? matching.totalTime(TimeUnit.MICROSECONDS) : cold;
            long begun = publish(database, crowd, n);
            announcer.round();
            if (n >= WARM_UP && pushed[0] != 0) {
                all.recordValue(pushed[0] - begun);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d subscribers, %d of %d openings told somebody, %d places each, H2 file, Java %s, %d processors%n"
                        + "published to first push: p50 %.1f ms, p99 %.1f ms, max %.1f ms; matching alone: mean %.2f ms%n",
                subscribers,
                all.getTotalCount(),
                openings,
                LEFT,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                all.getValueAtPercentile(50) / 1e6,
                all.getValueAtPercentile(99) / 1e6,
                all.getMaxValue() / 1e6,
                (matching.totalTime(TimeUnit.MICROSECONDS) - cold) / openings / 1e3);
    }

    private static void subscribe(AlertTable alerts, Crowd crowd, int many) {
        var random = new Random(2);
        for (int n = 0; n < many; n++) {
            var wish = new Wish(
                    Cell.of(crowd.point(), Wish.RESOLUTION),
                    Crowd.one(random, new Integer[] {1_000, 3_000, 10_000}),
                    Set.of(),
                    Set.of(),
                    Hours.any(Wishes.BERLIN),
                    Optional.empty(),
                    Set.of(Channel.PAGE));
            alerts.create(new AlertId("l-" + n), new ParticipantId("m-" + n), wish);
        }
    }

    /** Returns when it was written. */
    private static long publish(Jdbi database, Crowd crowd, int n) {
        var start = Instant.now().plus(Duration.ofDays(3));
        var id = new PopUpId("u-" + n);
        var listing = new Listing(
                ListingId.of(id),
                new AccountId("a-omar"),
                "Ride " + n,
                "Yoga",
                "Rides",
                Optional.of(new Spot("There", "Somewhere 1", crowd.point(), Wishes.BERLIN, "")),
                Wishes.BERLIN,
                start,
                start.plus(Duration.ofHours(1)),
                start,
                Attendance.IN_PERSON,
                Money.of(0, "EUR"),
                LEFT,
                LEFT,
                true,
                Optional.empty(),
                Particulars.NONE,
                List.of());
        long begun = System.nanoTime();
        new ListingWriter(database).write(ListingKind.POP_UP, id.value(), 1, List.of(listing));
        return begun;
    }
}
