package downbeat.discovery.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.cluster.wire.Json;
import downbeat.discovery.index.Entry;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.listing.Signature;
import downbeat.kernel.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The listings of all classes, pop-ups and drops in the order of their changes. Every call blocks on the database. */
public final class ListingTable {
    private static final String COLUMNS = "number, change, listed, latitude, longitude, starts_at, until_at, kind,"
            + " attendance, style, owner, price_minor, currency, places_left, places, trial, told, signature_high,"
            + " signature_low";

    /** Rows whose end is written in one transaction: who sells a place meanwhile waits for so many. */
    private static final int ENDED_AT_ONCE = 200;

    private final Jdbi database;
    private final Clock clock;

    /** One whose clock is that of this machine. */
    public ListingTable(Jdbi database) {
        this(database, Clock.systemUTC());
    }

    public ListingTable(Jdbi database, Clock clock) {
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
        return clock(db);
    }

    private static long clock(Handle db) {
        return db.createQuery("SELECT change FROM listing_clock WHERE id = 1")
                .mapTo(Long.class)
                .one();
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
                        + " signature_low = :low WHERE listing = :listing"
                : "INSERT INTO listing (listing, kind, source, version, change, changed_at, listed, latitude, longitude,"
                        + " starts_at,"
                        + " until_at, attendance, style, owner, price_minor, currency, places_left, places, trial, told,"
                        + " signature_high, signature_low) VALUES (:listing, :kind, :source, :version, :change, :at,"
                        + " TRUE, :latitude, :longitude, :start, :until, :attendance, :style, :owner, :price, :currency,"
                        + " :left, :size, :trial, :told, :high, :low)";
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
                .bind("low", words.low());
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

    /** The number of the last change that is there to be read. */
    long clock() {
        return database.withHandle(ListingTable::clock);
    }

    /** What changed after a change, in the order of the changes. */
    List<ListingRow> changes(long after, int limit) {
        return database.withHandle(db -> db.createQuery(
                        "SELECT " + COLUMNS + " FROM listing WHERE change > :after ORDER BY change LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((rows, context) -> row(rows))
                .list());
    }

    /** What is listed and not over, by number: to begin with. */
    List<ListingRow> listed(int after, Instant now, int limit) {
        return database.withHandle(db -> db.createQuery("SELECT " + COLUMNS
                        + " FROM listing WHERE number > :after AND listed AND until_at >= :now"
                        + " ORDER BY number LIMIT :limit")
                .bind("after", after)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .setFetchSize(1_000)
                .map((rows, context) -> row(rows))
                .list());
    }

    /** What is shown of some; those that are not listed any more are missing. */
    public Map<Integer, Listing> shown(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return database.withHandle(db -> db.createQuery("SELECT s.number, s.shown FROM listing_shown s JOIN listing l"
                        + " ON l.number = s.number WHERE s.number IN (<numbers>) AND l.listed")
                .bindList("numbers", List.copyOf(numbers))
                .reduceRows(new HashMap<Integer, Listing>(), (all, row) -> {
                    all.put(row.getColumn("number", Integer.class), read(row.getColumn("shown", String.class)));
                    return all;
                }));
    }

    /**
     * The last change of each listing of a kind whose last change came after another, in the order of the changes.
     *
     * @param most rows that are read
     */
    public List<ListingChange> after(ListingKind kind, long change, int most) {
        return database.withHandle(db -> db.createQuery("SELECT l.source, l.change, l.changed_at, l.listed, s.shown"
                        + " FROM listing l JOIN listing_shown s ON s.number = l.number"
                        + " WHERE l.kind = :kind AND l.change > :after ORDER BY l.change LIMIT :most")
                .bind("kind", kind.name())
                .bind("after", change)
                .bind("most", most)
                .map((rows, context) -> new ListingChange(
                        rows.getString("source"),
                        rows.getLong("change"),
                        Instant.ofEpochMilli(rows.getLong("changed_at")),
                        rows.getBoolean("listed") ? Optional.of(read(rows.getString("shown"))) : Optional.empty()))
                .list());
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

    /** When some last changed, by number. */
    public Map<Integer, Instant> changedAt(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return database.withHandle(db -> db.createQuery(
                        "SELECT number, changed_at FROM listing WHERE number IN (<numbers>)")
                .bindList("numbers", List.copyOf(numbers))
                .reduceRows(new HashMap<Integer, Instant>(), (all, row) -> {
                    all.put(
                            row.getColumn("number", Integer.class),
                            Instant.ofEpochMilli(row.getColumn("changed_at", Long.class)));
                    return all;
                }));
    }

    /** Takes away what has been over, and told not to be listed any more, since then. Returns how many rows. */
    public int clear(Instant before) {
        return database.withHandle(db -> db.createUpdate(
                        "DELETE FROM listing WHERE NOT listed AND until_at < :before AND changed_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }

    private static ListingRow row(ResultSet rows) throws SQLException {
        int number = rows.getInt("number");
        return new ListingRow(
                number,
                rows.getLong("change"),
                rows.getBoolean("listed") ? Optional.of(entry(number, rows)) : Optional.empty());
    }

    private static Entry entry(int number, ResultSet rows) throws SQLException {
        double latitude = rows.getDouble("latitude");
        Optional<GeoPoint> point =
                rows.wasNull() ? Optional.empty() : Optional.of(new GeoPoint(latitude, rows.getDouble("longitude")));
        return new Entry(
                number,
                point,
                Instant.ofEpochMilli(rows.getLong("starts_at")),
                Instant.ofEpochMilli(rows.getLong("until_at")),
                ListingKind.valueOf(rows.getString("kind")),
                Attendance.valueOf(rows.getString("attendance")),
                rows.getString("style"),
                rows.getString("owner"),
                rows.getLong("price_minor"),
                Currency.getInstance(rows.getString("currency")),
                rows.getInt("places_left"),
                rows.getInt("places"),
                rows.getBoolean("trial"),
                rows.getBoolean("told"),
                new Signature(rows.getLong("signature_high"), rows.getLong("signature_low")));
    }

    private static String written(Listing listing) {
        try {
            return Json.mapper().writeValueAsString(listing);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A listing is always JSON", e);
        }
    }

    private static Listing read(String text) {
        try {
            return Json.mapper().readValue(text, Listing.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("listing_shown holds what was written there", e);
        }
    }
}
