package downbeat.discovery.alert.view;

import downbeat.discovery.alert.Waves;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What opened: written down once when a listing with a place can be found and something of it is left for the first time, and
 * taken up again when it has moved or when places come back after it was sold out. Every call blocks on the database.
 */
final class Openings {
    /** Changes of listings that are looked at in one transaction. */
    private static final int PIECE = 1_000;
    /** Openings that are due and read at once. */
    private static final int BAG = 50;

    private final Jdbi database;

    Openings(Jdbi database) {
        this.database = database;
    }

    /** How far an opening has come. */
    enum State {
        /** For its next wave. */
        WAITING,
        SOLD_OUT,
        /** All who want to know have been told. */
        TOLD,
        /** It is over, or is not to be found any more. */
        OVER
    }

    /** An opening whose next wave is due. */
    record Due(String listing, int number, int wave) {}

    private record Listed(String listing, int number, long change, GeoPoint point, Instant until, int left) {}

    private record There(State state, GeoPoint point, Instant wavedAt) {}

    /** Looks at what has changed of listings, one node after the other. Returns whether it looked at all there is. */
    boolean look(Instant now) {
        return database.inTransaction(db -> {
            long seen = db.createQuery("SELECT change FROM alert_clock WHERE name = 'openings' FOR UPDATE")
                    .mapTo(Long.class)
                    .one();
            long last = last(db, seen);
            for (var listed : listed(db, seen, last, now)) {
                take(db, listed, now);
            }
            db.createUpdate("UPDATE alert_clock SET change = :last WHERE name = 'openings'")
                    .bind("last", last)
                    .execute();
            return last < seen + PIECE;
        });
    }

    private static long last(Handle db, long seen) {
        long clock = db.createQuery("SELECT change FROM listing_clock WHERE id = 1")
                .mapTo(Long.class)
                .one();
        return Math.min(clock, seen + PIECE);
    }

    private static List<Listed> listed(Handle db, long after, long last, Instant now) {
        return db.createQuery("SELECT listing, number, change, latitude, longitude, until_at, places_left FROM listing"
                        + " WHERE change > :after AND change <= :last AND listed AND latitude IS NOT NULL"
                        + " AND kind <> :online AND places_left > 0 AND until_at > :now ORDER BY change")
                .bind("after", after)
                .bind("last", last)
                .bind("online", ListingKind.CLASS.name())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Listed(
                        row.getString("listing"),
                        row.getInt("number"),
                        row.getLong("change"),
                        point(row),
                        Instant.ofEpochMilli(row.getLong("until_at")),
                        row.getInt("places_left")))
                .list();
    }

    private static void take(Handle db, Listed it, Instant now) {
        var there = there(db, it.listing());
        if (there.isEmpty()) {
            bound(
                    db,
                    "INSERT INTO alert_opening (listing, number, latitude, longitude, until_at, state, wave, waved_at,"
                            + " next_at) VALUES (:listing, :number, :latitude, :longitude, :until, 'WAITING', 0, 0,"
                            + " :next)",
                    it,
                    now);
        } else if (opensAgain(there.get(), it)) {
            bound(
                    db,
                    "UPDATE alert_opening SET number = :number, latitude = :latitude, longitude = :longitude,"
                            + " until_at = :until, state = 'WAITING', next_at = :next WHERE listing = :listing",
                    it,
                    latest(now, there.get().wavedAt().plus(again(now, it))));
        } else {
            db.createUpdate("UPDATE alert_opening SET until_at = :until WHERE listing = :listing")
                    .bind("until", it.until().toEpochMilli())
                    .bind("listing", it.listing())
                    .execute();
        }
    }

    private static boolean opensAgain(There there, Listed it) {
        return switch (there.state()) {
            case WAITING -> !there.point().equals(it.point());
            case TOLD -> !there.point().equals(it.point());
            case SOLD_OUT, OVER -> true;
        };
    }

    /** A place that comes and goes makes no more waves than there are pauses. */
    private static Duration again(Instant now, Listed it) {
        return Waves.pause(now, it.until());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void bound(Handle db, String sql, Listed it, Instant next) {
        db.createUpdate(sql)
                .bind("listing", it.listing())
                .bind("number", it.number())
                .bind("latitude", it.point().latitude())
                .bind("longitude", it.point().longitude())
                .bind("until", it.until().toEpochMilli())
                .bind("next", next.toEpochMilli())
                .execute();
    }

    private static Optional<There> there(Handle db, String listing) {
        return db.createQuery("SELECT state, latitude, longitude, waved_at FROM alert_opening WHERE listing = :listing")
                .bind("listing", listing)
                .map((row, context) -> new There(
                        State.valueOf(row.getString("state")),
                        point(row),
                        Instant.ofEpochMilli(row.getLong("waved_at"))))
                .findOne();
    }

    private static GeoPoint point(ResultSet row) throws SQLException {
        return new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude"));
    }

    /** Those whose wave is due, the longest due first. */
    List<Due> due(Instant now) {
        return database.withHandle(db -> db.createQuery("SELECT listing, number, wave FROM alert_opening"
                        + " WHERE state = 'WAITING' AND next_at <= :now ORDER BY next_at, listing LIMIT :bag")
                .bind("now", now.toEpochMilli())
                .bind("bag", BAG)
                .map((row, context) -> new Due(row.getString("listing"), row.getInt("number"), row.getInt("wave")))
                .list());
    }

    /** Makes this wave the caller's alone until the transaction ends; false if another node was first. */
    static boolean claim(Handle db, Due due, Instant now) {
        return db.createUpdate(
                                "UPDATE alert_opening SET wave = wave + 1, waved_at = :now"
                                        + " WHERE listing = :listing AND wave = :wave AND state = 'WAITING' AND next_at <= :now")
                        .bind("now", now.toEpochMilli())
                        .bind("listing", due.listing())
                        .bind("wave", due.wave())
                        .execute()
                == 1;
    }

    static void next(Handle db, Due due, Instant next) {
        db.createUpdate("UPDATE alert_opening SET next_at = :next WHERE listing = :listing")
                .bind("next", next.toEpochMilli())
                .bind("listing", due.listing())
                .execute();
    }

    static void end(Handle db, Due due, State state) {
        db.createUpdate("UPDATE alert_opening SET state = :state WHERE listing = :listing")
                .bind("state", state.name())
                .bind("listing", due.listing())
                .execute();
    }

    /** Takes away what has been over since then. */
    int clear(Instant overBefore) {
        return database.withHandle(db -> db.createUpdate("DELETE FROM alert_opening WHERE until_at < :before")
                .bind("before", overBefore.toEpochMilli())
                .execute());
    }
}
