package downbeat.discovery.alert.view;

import downbeat.discovery.alert.Candidate;
import downbeat.discovery.alert.Channel;
import downbeat.discovery.alert.Waves;
import downbeat.discovery.alert.Waves.Standing;
import downbeat.kernel.ParticipantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;

/** Who was told of what, once each. Every call blocks on the database. */
public final class ToldTable {
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

    /** Not a join: H2 would begin it with the openings, and read all that was ever told of each. */
    private static final String ON_PAGE = "SELECT t.change, t.member, t.told_at,"
            + " (SELECT o.number FROM alert_opening o WHERE o.listing = t.listing) AS number FROM alert_told t"
            + " WHERE t.channel LIKE 'page%' AND EXISTS (SELECT 1 FROM alert_opening o WHERE o.listing = t.listing)";

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

    /** The members come as one array: a list of a thousand is parsed anew each time, and H2 holds each row against all of it. */
    static Map<ParticipantId, Standing> standings(Handle db, Collection<ParticipantId> members, Instant now) {
        var ids = members.stream().map(ParticipantId::value).toArray();
        Argument asked = (at, statement, context) ->
                statement.setArray(at, statement.getConnection().createArrayOf("varchar", ids));
        return db.createQuery("SELECT t.member, MAX(t.told_at) AS last,"
                        + " SUM(CASE WHEN t.told_at > :day THEN 1 ELSE 0 END) AS lately,"
                        + " MIN(CASE WHEN t.told_at > :day THEN t.told_at END) AS oldest"
                        + " FROM UNNEST(CAST(:members AS VARCHAR ARRAY)) AS asked (member)"
                        + " JOIN alert_told t ON t.member = asked.member GROUP BY t.member")
                .bind("day", now.minus(Waves.DAY).toEpochMilli())
                .bind("members", asked)
                .map((row, context) -> Map.entry(
                        new ParticipantId(row.getString("member")),
                        new Standing(
                                Instant.ofEpochMilli(row.getLong("last")),
                                row.getInt("lately"),
                                Instant.ofEpochMilli(row.getLong("oldest")))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
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
