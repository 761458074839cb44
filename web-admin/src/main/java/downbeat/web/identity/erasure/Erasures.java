package downbeat.web.identity.erasure;

import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table of erasures. Every call blocks on the database. */
public final class Erasures {
    private final Jdbi database;
    private final Clock clock;

    public Erasures(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** From here on it goes to its end. Asking again is the same. */
    public void ask(AccountId account, ParticipantId participant) {
        database.useTransaction(db -> {
            if (!has(account)) {
                db.createUpdate("insert into erasure (account, participant, asked_at)"
                                + " values (:account, :participant, :now)")
                        .bind("account", account.value())
                        .bind("participant", participant.value())
                        .bind("now", clock.millis())
                        .execute();
            }
        });
    }

    /** Whether this was the account of somebody who has asked for it. */
    public boolean has(AccountId account) {
        return database.withHandle(db -> db.createQuery("select count(*) from erasure where account = :account")
                        .bind("account", account.value())
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /** Those that are not done, the oldest first. */
    public List<Erasure> open() {
        return list("select * from erasure where done_at is null order by asked_at, account");
    }

    public List<Erasure> all() {
        return list("select * from erasure order by asked_at, account");
    }

    void keysDestroyed(AccountId account) {
        note("keys_at", account);
    }

    void done(AccountId account) {
        note("done_at", account);
    }

    private void note(String column, AccountId account) {
        database.useHandle(db -> db.createUpdate(
                        "update erasure set " + column + " = :now where account = :account and " + column + " is null")
                .bind("now", clock.millis())
                .bind("account", account.value())
                .execute());
    }

    private List<Erasure> list(String sql) {
        return database.withHandle(
                db -> db.createQuery(sql).map((row, context) -> erasure(row)).list());
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        long keys = row.getLong("keys_at");
        return new Erasure(
                new AccountId(row.getString("account")),
                new ParticipantId(row.getString("participant")),
                keys == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(keys)));
    }
}
