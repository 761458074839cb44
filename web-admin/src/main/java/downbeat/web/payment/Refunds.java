package downbeat.web.payment;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Refunds that the provider made and reports as failed, since the bank would not take them. The money is this installation's again,
 * and to be paid back another way. Blocks on the database.
 */
public final class Refunds {
    private static final String FAILED =
            "task = 'REFUND' AND drop_id = :drop AND failed_at IS NOT NULL AND settled_at IS NULL";

    private final Jdbi database;
    private final Clock clock;

    public Refunds(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One that is still to be paid back.
     *
     * @param reason in the provider's words, such as {@code expired_or_canceled_card}
     */
    public record Failed(ClaimId claim, Money amount, String reason, Instant at) {}

    /** Keeps that it failed. Returns whether it is a refund of ours of which that was not known. */
    boolean fail(String due, String reason) {
        return database.withHandle(db -> db.createUpdate("UPDATE payment_due SET failed_at = :now, failure = :reason"
                                + " WHERE due = :due AND task = 'REFUND' AND failed_at IS NULL")
                        .bind("due", due)
                        .bind("reason", reason)
                        .bind("now", clock.millis())
                        .execute())
                > 0;
    }

    /** Those of a drop that nobody has paid back yet, the oldest first. */
    public List<Failed> failed(DropId drop) {
        return database.withHandle(
                db -> db.createQuery("SELECT * FROM payment_due WHERE " + FAILED + " ORDER BY failed_at, due")
                        .bind("drop", drop.value())
                        .map((row, context) -> failed(row))
                        .list());
    }

    private static Failed failed(ResultSet row) throws SQLException {
        return new Failed(
                ClaimId.of(row.getInt("claim")),
                Money.of(row.getLong("minor"), row.getString("currency")),
                Optional.ofNullable(row.getString("failure")).orElse(""),
                Instant.ofEpochMilli(row.getLong("failed_at")));
    }

    /** Which of the claims of a drop have one that nobody has paid back yet. */
    public Set<ClaimId> failed(DropId drop, Set<ClaimId> claims) {
        return claims.isEmpty()
                ? Set.of()
                : failed(drop).stream()
                        .map(Failed::claim)
                        .filter(claims::contains)
                        .collect(Collectors.toSet());
    }

    /** Those of a claim are paid back another way. Returns whether there are any, settled before or now. */
    public boolean settle(DropId drop, ClaimId claim) {
        return database.inTransaction(db -> {
            var bound = Map.of("drop", drop.value(), "claim", claim.number(), "now", clock.millis());
            db.createUpdate("UPDATE payment_due SET settled_at = :now WHERE " + FAILED + " AND claim = :claim")
                    .bindMap(bound)
                    .execute();
            return db.createQuery("SELECT COUNT(*) FROM payment_due"
                                    + " WHERE drop_id = :drop AND claim = :claim AND settled_at IS NOT NULL")
                            .bindMap(bound)
                            .mapTo(Integer.class)
                            .one()
                    > 0;
        });
    }
}
