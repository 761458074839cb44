package downbeat.discovery.alert.view;

import downbeat.discovery.alert.Candidate;
import downbeat.discovery.alert.Channel;
import downbeat.discovery.alert.Waves;
import downbeat.discovery.alert.Waves.Standing;
import downbeat.kernel.ParticipantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who was told of what, once each. Every call blocks on the database. */
public final class ToldTable {
    /** Members asked for at once. */
    private static final int PIECE = 1_000;

    private final Jdbi database;

    public ToldTable(Jdbi database) {
        this.database = database;
    }

    /**
     * Somebody was told on the page.
     *
     * @param change the number of the wave among all waves
     * @param number of the listing
     */
    public record Told(long change, ParticipantId member, int number, Instant at) {}

    /** The number of the last wave. */
    public long clock() {
        return database.withHandle(db -> AlertClock.read(db, AlertClock.WAVES));
    }

    /** Who was told on the page by the waves after one, in their order. */
    public List<Told> after(long change) {
        return database.withHandle(db -> db.createQuery(ON_PAGE + " AND t.change > :after ORDER BY t.change")
                .bind("after", change)
                .map((row, context) -> told(row))
                .list());
    }

    /** What one member was told on the page by the waves after one and since an instant, the newest first. */
    public List<Told> of(ParticipantId member, long change, Instant since, int most) {
        return database.withHandle(db -> db.createQuery(ON_PAGE + " AND t.member = :member AND t.change > :after"
                        + " AND t.told_at >= :since ORDER BY t.told_at DESC, t.listing LIMIT :most")
                .bind("member", member.value())
                .bind("after", change)
                .bind("since", since.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> told(row))
                .list());
    }

    private static final String ON_PAGE = "SELECT t.change, t.member, t.told_at, o.number FROM alert_told t"
            + " JOIN alert_opening o ON o.listing = t.listing WHERE t.channel LIKE 'page%'";

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getLong("change"),
                new ParticipantId(row.getString("member")),
                row.getInt("number"),
                Instant.ofEpochMilli(row.getLong("told_at")));
    }

    static Set<ParticipantId> toldOf(Handle db, String listing) {
        return new HashSet<>(db.createQuery("SELECT member FROM alert_told WHERE listing = :listing")
                .bind("listing", listing)
                .map((row, context) -> new ParticipantId(row.getString("member")))
                .list());
    }

    static Map<ParticipantId, Standing> standings(Handle db, Collection<ParticipantId> members, Instant now) {
        var all = new HashMap<ParticipantId, Standing>();
        var ids = new ArrayList<>(members.stream().map(ParticipantId::value).toList());
        for (int from = 0; from < ids.size(); from += PIECE) {
            db.createQuery("SELECT member, MAX(told_at) AS last,"
                            + " SUM(CASE WHEN told_at > :day THEN 1 ELSE 0 END) AS lately,"
                            + " MIN(CASE WHEN told_at > :day THEN told_at END) AS oldest"
                            + " FROM alert_told WHERE member IN (<members>) GROUP BY member")
                    .bind("day", now.minus(Waves.DAY).toEpochMilli())
                    .bindList("members", ids.subList(from, Math.min(ids.size(), from + PIECE)))
                    .map((row, context) -> Map.entry(
                            new ParticipantId(row.getString("member")),
                            new Standing(
                                    Instant.ofEpochMilli(row.getLong("last")),
                                    row.getInt("lately"),
                                    Instant.ofEpochMilli(row.getLong("oldest")))))
                    .forEach(it -> all.put(it.getKey(), it.getValue()));
        }
        return all;
    }

    static void write(Handle db, String listing, int wave, Collection<Candidate> told, Instant now) {
        long change = AlertClock.tick(db, AlertClock.WAVES);
        var batch = db.prepareBatch("INSERT INTO alert_told (listing, member, told_at, wave, channel, change)"
                + " VALUES (:listing, :member, :now, :wave, :channel, :change)");
        for (var it : told) {
            batch.bind("listing", listing)
                    .bind("member", it.member().value())
                    .bind("now", now.toEpochMilli())
                    .bind("wave", wave)
                    .bind("channel", Channel.join(it.by()))
                    .bind("change", change)
                    .add();
        }
        batch.execute();
    }

    int clear(Instant before) {
        return database.withHandle(db -> db.createUpdate("DELETE FROM alert_told WHERE told_at < :before")
                .bind("before", before.toEpochMilli())
                .execute());
    }
}
