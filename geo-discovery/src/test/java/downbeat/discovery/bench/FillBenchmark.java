package downbeat.discovery.bench;

import downbeat.discovery.index.Entry;
import downbeat.discovery.stage.Crowd;
import downbeat.discovery.stage.Tables;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.Replica;
import downbeat.kernel.spec.HandClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How long a node that starts needs until it finds all listings of the table, on a file of H2 or on PostgreSQL. Run it from the test
 * class path, see docs/benchmarks.md: {@code FillBenchmark [listings] [JDBC address of PostgreSQL]}.
 */
public final class FillBenchmark {
    private static final int BATCH = 10_000;
    private static final int ROUNDS = 3;

    private FillBenchmark() {}

    public static void main(String[] args) throws Exception {
        int listings = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        var address = args.length > 1
                ? args[1]
                : "jdbc:h2:file:" + Files.createTempDirectory("downbeat-fill").resolve("fill")
                        + ";DATABASE_TO_LOWER=TRUE;CACHE_SIZE=65536";
        var database = Jdbi.create(address);
        database.useHandle(db -> db.execute(
                "DROP TABLE IF EXISTS listing_shown; DROP TABLE IF EXISTS listing; DROP TABLE IF EXISTS listing_clock;"
                        + " DROP TABLE IF EXISTS alert; DROP TABLE IF EXISTS alert_clock;"
                        + " DROP TABLE IF EXISTS alert_opening; DROP TABLE IF EXISTS alert_told"));
        Tables.create(database);
        var crowd = new Crowd(1);
        for (int from = 0; from < listings; from += BATCH) {
            int first = from;
            database.useTransaction(db -> insert(db, crowd, first, Math.min(BATCH, listings - first)));
        }
        database.useHandle(db -> db.createUpdate("UPDATE listing_clock SET change = :last")
                .bind("last", listings)
                .execute());
        for (int round = 0; round < ROUNDS; round++) {
            var replica = new Replica(new ListingTable(database), new HandClock(Crowd.NOW), new SimpleMeterRegistry());
            long begun = System.nanoTime();
            replica.follow();
            System.out.printf(
                    Locale.ROOT,
                    "%d listings found after %.1f s%n",
                    replica.index().size(),
                    (System.nanoTime() - begun) / 1e9);
        }
    }

    private static void insert(Handle db, Crowd crowd, int from, int many) {
        var batch = db.prepareBatch(
                "INSERT INTO listing (number, listing, kind, source, version, change, listed, latitude, longitude,"
                        + " starts_at, until_at, attendance, style, owner, price_minor, currency, places_left, places, trial, told,"
                        + " signature_high, signature_low) VALUES (:number, :id, :kind, :id, 1, :number, TRUE, :latitude, :longitude,"
                        + " :start, :until, :attendance, :style, :owner, :price, 'EUR', :left, :size, :trial, :told, :high, :low)");
        for (int n = from; n < from + many; n++) {
            bind(batch, crowd.entry(n), n).add();
        }
        batch.execute();
        var shown = db.prepareBatch("INSERT INTO listing_shown (number, shown) VALUES (:number, :shown)");
        for (int n = from; n < from + many; n++) {
            shown.bind("number", n + 1).bind("shown", "x".repeat(900)).add();
        }
        shown.execute();
    }

    private static PreparedBatch bind(PreparedBatch batch, Entry it, int n) {
        var point = it.point().orElseThrow();
        return batch.bind("id", "u-" + n)
                .bind("kind", it.kind().name())
                .bind("number", n + 1)
                .bind("latitude", point.latitude())
                .bind("longitude", point.longitude())
                .bind("start", it.start().toEpochMilli())
                .bind("until", it.until().plusSeconds(86_400).toEpochMilli())
                .bind("attendance", it.attendance().name())
                .bind("style", it.style())
                .bind("owner", it.owner())
                .bind("price", it.price())
                .bind("left", it.left())
                .bind("size", it.size())
                .bind("trial", it.trial())
                .bind("told", it.told())
                .bind("high", it.words().high())
                .bind("low", it.words().low());
    }
}
