package downbeat.drops.view;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Finds drops; what is shown of them they say themselves. Lags them by a moment. Blocks on the database. */
public final class DropBoard {
    /** The longest list in one piece. */
    public static final int MOST = 200;

    private static final String LIVING = " AND b.phase IN ('ANNOUNCED', 'OPEN', 'CLOSED')";

    private final Jdbi database;

    public DropBoard(Jdbi database) {
        this.database = database;
    }

    /** All of a trainer, drafts too, the newest first. */
    public List<DropId> byTrainer(AccountId trainer) {
        return list(
                "SELECT b.drop_id FROM drop_board b WHERE b.trainer = :it ORDER BY b.composed_at DESC, b.drop_id",
                trainer.value());
    }

    /** Those of a class, all phases, in the order in which they were composed. */
    public List<DropId> ofClass(ClassId classId) {
        return list(
                "SELECT b.drop_id FROM drop_board b WHERE b.class_id = :it ORDER BY b.composed_at, b.drop_id",
                classId.value());
    }

    /** Those that are collected at a point, drafts and cancelled ones left out, the newest first. */
    public List<DropId> at(PointId point) {
        return list(
                "SELECT b.drop_id FROM drop_point p JOIN drop_board b ON b.drop_id = p.drop_id WHERE p.point = :it"
                        + LIVING + " ORDER BY b.composed_at DESC, b.drop_id",
                point.value());
    }

    /** Those in which somebody claims, claimed or waits, the newest first. */
    public List<DropId> byMember(ParticipantId member) {
        return list(
                "SELECT b.drop_id FROM drop_crowd c JOIN drop_board b ON b.drop_id = c.drop_id"
                        + " WHERE c.participant = :it ORDER BY b.composed_at DESC, b.drop_id",
                member.value());
    }

    /** All who claim, claimed or wait in one. */
    public Set<ParticipantId> crowdOf(DropId id) {
        return Set.copyOf(database.withHandle(
                db -> db.createQuery("SELECT DISTINCT participant FROM drop_crowd WHERE drop_id = :id")
                        .bind("id", id.value())
                        .map((rows, context) -> new ParticipantId(rows.getString("participant")))
                        .list()));
    }

    /** How many members have a claim of a drop, and how many of those have one of an earlier drop of its trainer. */
    public Repeat repeat(DropId drop) {
        return database.withHandle(db -> new Repeat(
                count(db.createQuery("SELECT COUNT(DISTINCT participant) FROM drop_claim"
                                + " WHERE drop_id = :drop AND status <> 'RELEASED'")
                        .bind("drop", drop.value())),
                count(db.createQuery("SELECT COUNT(DISTINCT c.participant) FROM drop_claim c"
                                + " JOIN drop_board b ON b.drop_id = c.drop_id"
                                + " JOIN drop_board e ON e.trainer = b.trainer AND e.composed_at < b.composed_at"
                                + " JOIN drop_claim d ON d.drop_id = e.drop_id AND d.participant = c.participant"
                                + " WHERE c.drop_id = :drop AND c.status <> 'RELEASED' AND d.status <> 'RELEASED'")
                        .bind("drop", drop.value()))));
    }

    /** For each of these classes that has an open or closed drop, how many members have a claim of one. */
    public Map<ClassId, Integer> claimers(Collection<ClassId> classes) {
        if (classes.isEmpty()) {
            return Map.of();
        }
        return database.withHandle(db -> db.createQuery(
                        "SELECT b.class_id, COUNT(DISTINCT c.participant) AS claimers FROM drop_board b"
                                + " LEFT JOIN drop_claim c ON c.drop_id = b.drop_id"
                                + " AND c.status NOT IN ('OFFERED', 'HELD', 'RELEASED')"
                                + " WHERE b.phase IN ('OPEN', 'CLOSED') AND b.class_id IN (<classes>)"
                                + " GROUP BY b.class_id")
                .bindList("classes", classes.stream().map(ClassId::value).toList())
                .reduceRows(new HashMap<ClassId, Integer>(), (counts, row) -> {
                    counts.put(
                            new ClassId(row.getColumn("class_id", String.class)),
                            row.getColumn("claimers", Integer.class));
                    return counts;
                }));
    }

    /** Members with a claim, and how many of them had one of the same trainer before. */
    public record Repeat(int members, int before) {}

    /** How many claims were made in each tenth of a span, for a plot; released ones too. */
    public List<Integer> pace(DropId drop, Instant from, Duration span) {
        long step = Math.max(1, span.toMillis() / 10);
        var counts = new Integer[10];
        java.util.Arrays.fill(counts, 0);
        database.useHandle(db -> db.createQuery("SELECT claimed_at FROM drop_claim WHERE drop_id = :drop"
                        + " AND claimed_at >= :from AND claimed_at < :to")
                .bind("drop", drop.value())
                .bind("from", from.toEpochMilli())
                .bind("to", from.toEpochMilli() + 10 * step)
                .mapTo(Long.class)
                .forEach(at -> counts[(int) ((at - from.toEpochMilli()) / step)]++));
        return List.of(counts);
    }

    private static int count(Query query) {
        return query.mapTo(Integer.class).one();
    }

    private List<DropId> list(String sql, String it) {
        return database.withHandle(db -> db.createQuery(sql + " LIMIT :limit")
                .bind("it", it)
                .bind("limit", MOST)
                .map((rows, context) -> new DropId(rows.getString("drop_id")))
                .list());
    }
}
