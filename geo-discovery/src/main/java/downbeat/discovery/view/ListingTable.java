package downbeat.discovery.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.cluster.wire.Json;
import downbeat.discovery.index.Entry;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.listing.Signature;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads the listings of all classes, pop-ups and drops, in the order of their changes too; {@link ListingWriter} writes them. Every call blocks on the
 * database.
 */
public final class ListingTable {
    private static final String COLUMNS = "number, change, listed, latitude, longitude, starts_at, until_at, kind,"
            + " attendance, style, owner, price_minor, currency, places_left, places, trial, told, signature_high,"
            + " signature_low, languages";

    private final Jdbi database;

    public ListingTable(Jdbi database) {
        this.database = database;
    }

    static long clock(Handle db) {
        return db.createQuery("SELECT change FROM listing_clock WHERE id = 1")
                .mapTo(Long.class)
                .one();
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

    /**
     * What is listed and not over: to begin with. It is read in ranges of numbers, since PostgreSQL may look for the first so many
     * after a number by going through all of them, and over one connection, since it prepares a statement for good at its fifth
     * time on a connection.
     *
     * @param range numbers of which are read at once what there is
     */
    void listed(Instant now, int range, Consumer<List<ListingRow>> piece) {
        database.useHandle(db -> {
            int last = db.createQuery("SELECT COALESCE(MAX(number), 0) FROM listing")
                    .mapTo(Integer.class)
                    .one();
            for (long after = -1; after < last; after += range) {
                piece.accept(listed(db, (int) after, (int) Math.min(last, after + range), now));
            }
        });
    }

    private static List<ListingRow> listed(Handle db, int after, int to, Instant now) {
        return db.createQuery("SELECT " + COLUMNS
                        + " FROM listing WHERE number > :after AND number <= :to AND listed AND until_at >= :now")
                .bind("after", after)
                .bind("to", to)
                .bind("now", now.toEpochMilli())
                .map((rows, context) -> row(rows))
                .list();
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
                new Signature(rows.getLong("signature_high"), rows.getLong("signature_low")),
                Language.split(rows.getString("languages")));
    }

    private static Listing read(String text) {
        try {
            return Json.mapper().readValue(text, Listing.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("listing_shown holds what was written there", e);
        }
    }
}
