package downbeat.discovery.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.cluster.wire.Json;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Language;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes the table of listings, each change with a number of its own. Every call blocks on the database. */
public final class ListingWriter {
    /** Rows whose end is written in one transaction: who sells a place meanwhile waits for so many. */
    private static final int ENDED_AT_ONCE = 200;

    private final Jdbi database;
    private final Clock clock;

    /** One whose clock is that of this machine. */
    public ListingWriter(Jdbi database) {
        this(database, Clock.systemUTC());
    }

    public ListingWriter(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes what a class, a pop-up or a drop is listed as now; of what it was listed as before, what is not among it is listed no
     * more. What is older than what is there changes nothing.
     *
     * @param version counts its facts
     * @param now all its listings, none if it is not to be found
     */
    public void write(ListingKind kind, String source, long version, Collection<Listing> now) {
        database.useTransaction(db -> {
            var known = known(db, kind, source);
            if (known.values().stream().anyMatch(there -> there.version() > version)) {
                return;
            }
            for (var listing : now) {
                put(
                        db,
                        version,
                        listing,
                        Optional.ofNullable(known.remove(listing.id().text())));
            }
            for (var gone : known.keySet()) {
                db.createUpdate("UPDATE listing SET listed = FALSE, version = :version, change = :change,"
                                + " changed_at = :at WHERE listing = :listing")
                        .bind("listing", gone)
                        .bind("version", version)
                        .bind("change", tick(db))
                        .bind("at", clock.millis())
                        .execute();
            }
        });
    }

    private record Known(int number, long version) {}

    private static Map<String, Known> known(Handle db, ListingKind kind, String source) {
        return db.createQuery("SELECT listing, number, version FROM listing WHERE kind = :kind AND source = :source")
                .bind("kind", kind.name())
                .bind("source", source)
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(
                            row.getColumn("listing", String.class),
                            new Known(row.getColumn("number", Integer.class), row.getColumn("version", Long.class)));
                    return all;
                });
    }

    /** The number of the next change, which nobody else gets before this transaction ends. */
    private static long tick(Handle db) {
        db.execute("UPDATE listing_clock SET change = change + 1 WHERE id = 1");
        return ListingTable.clock(db);
    }

    private void put(Handle db, long version, Listing it, Optional<Known> known) {
        var words = it.words().signature();
        var point = it.spot().map(spot -> spot.point());
        var sql = known.isPresent()
                ? "UPDATE listing SET version = :version, change = :change, changed_at = :at, listed = TRUE,"
                        + " latitude = :latitude,"
                        + " longitude = :longitude, starts_at = :start, until_at = :until, attendance = :attendance,"
                        + " style = :style, owner = :owner, price_minor = :price, currency = :currency,"
                        + " places_left = :left, places = :size, trial = :trial, told = :told, signature_high = :high,"
                        + " signature_low = :low, languages = :languages WHERE listing = :listing"
                : "INSERT INTO listing (listing, kind, source, version, change, changed_at, listed, latitude, longitude,"
                        + " starts_at,"
                        + " until_at, attendance, style, owner, price_minor, currency, places_left, places, trial, told,"
                        + " signature_high, signature_low, languages) VALUES (:listing, :kind, :source, :version, :change, :at,"
                        + " TRUE, :latitude, :longitude, :start, :until, :attendance, :style, :owner, :price, :currency,"
                        + " :left, :size, :trial, :told, :high, :low, :languages)";
        var update = db.createUpdate(sql)
                .bind("listing", it.id().text())
                .bind("kind", it.id().kind().name())
                .bind("source", it.id().source())
                .bind("version", version)
                .bind("change", tick(db))
                .bind("at", clock.millis())
                .bind("latitude", point.map(GeoPoint::latitude).orElse(null))
                .bind("longitude", point.map(GeoPoint::longitude).orElse(null))
                .bind("start", it.start().toEpochMilli())
                .bind("until", it.until().toEpochMilli())
                .bind("attendance", it.attendance().name())
                .bind("style", it.style())
                .bind("owner", it.owner().value())
                .bind("price", it.price().minor())
                .bind("currency", it.price().currency().getCurrencyCode())
                .bind("left", it.left())
                .bind("size", it.size())
                .bind("trial", it.trial())
                .bind(
                        "told",
                        it.spot()
                                .filter(spot -> !spot.accessibility().isBlank())
                                .isPresent())
                .bind("high", words.high())
                .bind("low", words.low())
                .bind("languages", Language.join(it.languages()));
        if (known.isPresent()) {
            update.execute();
            shown(
                    db,
                    "UPDATE listing_shown SET shown = :shown WHERE number = :number",
                    known.get().number(),
                    it);
        } else {
            int number = update.executeAndReturnGeneratedKeys("number")
                    .mapTo(Integer.class)
                    .one();
            shown(db, "INSERT INTO listing_shown (number, shown) VALUES (:number, :shown)", number, it);
        }
    }

    private static void shown(Handle db, String sql, int number, Listing it) {
        db.createUpdate(sql).bind("number", number).bind("shown", written(it)).execute();
    }

    /**
     * Writes that what could be reached until then at the latest is listed no more, which nobody had said of it. Returns how many
     * rows.
     */
    public int end(Instant over) {
        int all = 0;
        for (int some = endSome(over); some > 0; some = endSome(over)) {
            all += some;
        }
        return all;
    }

    private int endSome(Instant over) {
        return database.inTransaction(db -> db
                .createQuery("SELECT number FROM listing WHERE listed AND until_at < :over LIMIT :some")
                .bind("over", over.toEpochMilli())
                .bind("some", ENDED_AT_ONCE)
                .mapTo(Integer.class)
                .list()
                .stream()
                .mapToInt(number -> db.createUpdate("UPDATE listing SET listed = FALSE, change = :change,"
                                + " changed_at = :at WHERE number = :number AND listed AND until_at < :over")
                        .bind("number", number)
                        .bind("change", tick(db))
                        .bind("at", clock.millis())
                        .bind("over", over.toEpochMilli())
                        .execute())
                .sum());
    }

    /** Takes away what has been over, and told not to be listed any more, since then. Returns how many rows. */
    public int clear(Instant before) {
        return database.withHandle(db -> db.createUpdate(
                        "DELETE FROM listing WHERE NOT listed AND until_at < :before AND changed_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    private static String written(Listing listing) {
        try {
            return Json.mapper().writeValueAsString(listing);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A listing is always JSON", e);
        }
    }
}
