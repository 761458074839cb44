package downbeat.web.door;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.DeviceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The invitations of the installation, by the digest of their codes: who reads the table can take none. */
public final class Invitations {
    /** Long enough to be scanned from the organizer's screen or sent to somebody who is on the way. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    /** So long a code is told to have been used or to be too old, and not just unknown. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Jdbi database;
    private final Clock clock;

    public Invitations(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps what is invited to with this code; the same code again is the first invitation. Blocks on the database. */
    public Invitation issue(String code, PopUpId popUp, DeviceId device, boolean supervisor, AccountId invitedBy) {
        var now = clock.instant();
        return database.inTransaction(db -> find(db, digest(code))
                .map(Row::invitation)
                .orElseGet(() -> {
                    var until = now.plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
                    var fresh = new Invitation(popUp, device, supervisor, invitedBy, until);
                    db.createUpdate("delete from door_invitation where expires_at < :long_ago")
                            .bind("long_ago", at(now.minus(REMEMBERED)))
                            .execute();
                    insert(db, digest(code), fresh);
                    return fresh;
                }));
    }

    private static void insert(Handle db, String code, Invitation fresh) {
        db.createUpdate("insert into door_invitation (code, pop_up, device, supervisor, invited_by, expires_at)"
                        + " values (:code, :pop_up, :device, :supervisor, :invited_by, :expires_at)")
                .bind("code", code)
                .bind("pop_up", fresh.popUp().value())
                .bind("device", fresh.device().value())
                .bind("supervisor", fresh.supervisor())
                .bind("invited_by", fresh.invitedBy().value())
                .bind("expires_at", at(fresh.expiresAt()))
                .execute();
    }

    /**
     * Takes it, once: of two who come at the same instant one. Blocks on the database.
     *
     * @param key of the request; a repeat of it takes again what it took
     */
    public Taking take(String code, Optional<String> key) {
        var now = clock.instant();
        return database.inTransaction(db -> {
            int taken = db.createUpdate("update door_invitation set taken_at = :now, taken_key = :key"
                            + " where code = :code and ((taken_at is null and expires_at > :now) or taken_key = :key)")
                    .bind("now", at(now))
                    .bind("key", key.orElse(null))
                    .bind("code", digest(code))
                    .execute();
            return find(db, digest(code))
                    .<Taking>map(row -> row.told(taken > 0))
                    .orElseGet(Taking.Unknown::new);
        });
    }

    private record Row(Invitation invitation, boolean isTaken) {
        Taking told(boolean byMe) {
            if (byMe) {
                return new Taking.Taken(invitation);
            }
            return isTaken ? new Taking.Used() : new Taking.Expired();
        }
    }

    private static Optional<Row> find(Handle db, String code) {
        return db.createQuery("select pop_up, device, supervisor, invited_by, expires_at, taken_at"
                        + " from door_invitation where code = :code")
                .bind("code", code)
                .map((row, context) -> row(row))
                .findOne();
    }

    private static Row row(ResultSet row) throws SQLException {
        var invitation = new Invitation(
                new PopUpId(row.getString("pop_up")),
                new DeviceId(row.getString("device")),
                row.getBoolean("supervisor"),
                new AccountId(row.getString("invited_by")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
        return new Row(invitation, row.getObject("taken_at", OffsetDateTime.class) != null);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String digest(String code) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
