package downbeat.discovery.alert.view;

import downbeat.cluster.entity.Outdated;
import downbeat.cluster.entity.Seen;
import downbeat.discovery.alert.Alert;
import downbeat.discovery.alert.AlertId;
import downbeat.discovery.alert.AlertRefusal.NoSuchAlert;
import downbeat.discovery.alert.AlertRefusal.TooManyAlerts;
import downbeat.discovery.alert.Channel;
import downbeat.discovery.alert.Wish;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The alerts, each its member's alone, in the order of their changes. Every call blocks on the database. */
public final class AlertTable {
    /** That an alert was deleted is known so long, longer than any node takes to notice. */
    private static final Duration GONE = Duration.ofDays(1);

    private final Jdbi database;
    private final Clock clock;

    public AlertTable(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The same id again is the same alert. Whoever makes one agrees to what is kept of them. */
    public Outcome<Alert> create(AlertId id, ParticipantId member, Wish wish) {
        return database.inTransaction(db -> {
            long change = AlertClock.tick(db, AlertClock.ALERTS);
            var there = find(db, id, member);
            if (there.isPresent()) {
                return Outcome.accepted(there.get());
            }
            if (of(db, member).size() >= Alert.MOST) {
                return Outcome.refused(new TooManyAlerts(Alert.MOST));
            }
            said(
                            db.createUpdate("INSERT INTO alert (alert, member, change, changed_at, gone, cell, metres,"
                                    + " kinds, styles, zone, days, from_time, to_time, quiet_from, quiet_to, told_by,"
                                    + " consented_at, edition) VALUES (:id, :member, :change, :now, FALSE, :cell,"
                                    + " :metres, :kinds, :styles, :zone, :days, :from, :to, :quietFrom, :quietTo,"
                                    + " :by, :now, 1)"),
                            wish)
                    .bind("id", id.value())
                    .bind("member", member.value())
                    .bind("change", change)
                    .bind("now", clock.millis())
                    .execute();
            return Outcome.accepted(find(db, id, member).orElseThrow());
        });
    }

    public Outcome<Alert> edit(AlertId id, ParticipantId member, Wish wish, Seen seen) {
        return database.inTransaction(db -> {
            long change = AlertClock.tick(db, AlertClock.ALERTS);
            var there = find(db, id, member);
            if (there.isEmpty()) {
                return Outcome.refused(new NoSuchAlert());
            }
            if (!seen.fits(there.get().version())) {
                return Outcome.refused(new Outdated(there.get().version()));
            }
            said(
                            db.createUpdate("UPDATE alert SET change = :change, changed_at = :now, cell = :cell,"
                                    + " metres = :metres, kinds = :kinds, styles = :styles, zone = :zone,"
                                    + " days = :days, from_time = :from, to_time = :to, quiet_from = :quietFrom,"
                                    + " quiet_to = :quietTo, told_by = :by, consented_at = :now,"
                                    + " edition = edition + 1 WHERE alert = :id"),
                            wish)
                    .bind("id", id.value())
                    .bind("change", change)
                    .bind("now", clock.millis())
                    .execute();
            return Outcome.accepted(find(db, id, member).orElseThrow());
        });
    }

    private static Update said(Update update, Wish wish) {
        return update.bind("cell", wish.cell().toString())
                .bind("metres", wish.metres())
                .bind("kinds", Words.kinds(wish.kinds()))
                .bind("styles", Words.styles(wish.styles()))
                .bind("zone", wish.when().zone().getId())
                .bind("days", Words.days(wish.when().days()))
                .bind("from", wish.when().from().toString())
                .bind("to", wish.when().to().toString())
                .bind("quietFrom", wish.quiet().map(it -> it.from().toString()).orElse(null))
                .bind("quietTo", wish.quiet().map(it -> it.to().toString()).orElse(null))
                .bind("by", Channel.join(wish.by()));
    }

    /** Nothing of what it said stays. Returns whether it was there. */
    public boolean delete(AlertId id, ParticipantId member) {
        return database.inTransaction(db -> {
            long change = AlertClock.tick(db, AlertClock.ALERTS);
            return db.createUpdate("UPDATE alert SET change = :change, changed_at = :now, gone = TRUE, cell = NULL,"
                                    + " metres = NULL, kinds = NULL, styles = NULL, zone = NULL, days = NULL,"
                                    + " from_time = NULL, to_time = NULL, quiet_from = NULL, quiet_to = NULL,"
                                    + " told_by = NULL WHERE alert = :id AND member = :member AND NOT gone")
                            .bind("id", id.value())
                            .bind("member", member.value())
                            .bind("change", change)
                            .bind("now", clock.millis())
                            .execute()
                    > 0;
        });
    }

    /** The oldest first. */
    public List<Alert> of(ParticipantId member) {
        return database.withHandle(db -> of(db, member));
    }

    public Optional<Alert> find(AlertId id, ParticipantId member) {
        return database.withHandle(db -> find(db, id, member));
    }

    private static List<Alert> of(Handle db, ParticipantId member) {
        return db.createQuery("SELECT * FROM alert WHERE member = :member AND NOT gone ORDER BY alert")
                .bind("member", member.value())
                .map((row, context) -> alert(row))
                .list();
    }

    private static Optional<Alert> find(Handle db, AlertId id, ParticipantId member) {
        return db.createQuery("SELECT * FROM alert WHERE alert = :id AND member = :member AND NOT gone")
                .bind("id", id.value())
                .bind("member", member.value())
                .map((row, context) -> alert(row))
                .findOne();
    }

    /**
     * An alert that was made, edited or deleted.
     *
     * @param now empty when it was deleted
     */
    record Change(long number, AlertId id, Optional<Alert> now) {}

    /** What changed after a change, in the order of the changes. */
    List<Change> changes(long after, int most) {
        return database.withHandle(db -> db.createQuery(
                        "SELECT * FROM alert WHERE change > :after ORDER BY change, alert LIMIT :most")
                .bind("after", after)
                .bind("most", most)
                .setFetchSize(1_000)
                .map((row, context) -> new Change(
                        row.getLong("change"),
                        new AlertId(row.getString("alert")),
                        row.getBoolean("gone") ? Optional.empty() : Optional.of(alert(row))))
                .list());
    }

    /** Forgets that there were alerts which were deleted long ago. */
    public int forget() {
        return database.withHandle(db -> db.createUpdate("DELETE FROM alert WHERE gone AND changed_at < :before")
                .bind("before", clock.instant().minus(GONE).toEpochMilli())
                .execute());
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                new AlertId(row.getString("alert")),
                new ParticipantId(row.getString("member")),
                Words.wish(row),
                Instant.ofEpochMilli(row.getLong("consented_at")),
                row.getInt("edition"));
    }
}
