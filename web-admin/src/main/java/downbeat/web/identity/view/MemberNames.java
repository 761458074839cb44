package downbeat.web.identity.view;

import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import downbeat.web.identity.domain.AccountEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What participants are called: a table of account facts. Reading blocks on the database. */
public final class MemberNames implements View<AccountEvent> {
    private final Jdbi database;

    public MemberNames(Jdbi database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "member-names";
    }

    @Override
    public void apply(Handle db, Recorded<AccountEvent> fact) {
        switch (fact.event()) {
            case AccountEvent.AccountRegistered r -> {
                db.createUpdate("delete from member_name where participant = :participant")
                        .bind("participant", r.participant().value())
                        .execute();
                db.createUpdate("insert into member_name (participant, account, name)"
                                + " values (:participant, :account, :name)")
                        .bind("participant", r.participant().value())
                        .bind("account", fact.entityId())
                        .bind("name", r.name())
                        .execute();
            }
            case AccountEvent.AccountRenamed r ->
                db.createUpdate("update member_name set name = :name where account = :account")
                        .bind("name", r.name())
                        .bind("account", fact.entityId())
                        .execute();
            case AccountEvent.SessionOpened nothing -> {}
            case AccountEvent.SessionClosed nothing -> {}
            case AccountEvent.RolesAssigned nothing -> {}
        }
    }

    /** The account behind a participant. */
    public Optional<AccountId> accountOf(ParticipantId who) {
        return database.withHandle(
                h -> h.createQuery("select account from member_name where participant = :participant")
                        .bind("participant", who.value())
                        .map((row, ctx) -> new AccountId(row.getString("account")))
                        .findFirst());
    }

    /** The names of those that are known. */
    public Map<ParticipantId, String> of(Collection<ParticipantId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<ParticipantId, String>();
        database.useHandle(h -> h.createQuery(
                        "select participant, name from member_name where participant in (<people>)")
                .bindList("people", people.stream().map(ParticipantId::value).toList())
                .map((row, ctx) -> Map.entry(new ParticipantId(row.getString("participant")), row.getString("name")))
                .forEach(e -> names.put(e.getKey(), e.getValue())));
        return names;
    }

    /** The names of accounts, of those that are known. */
    public Map<AccountId, String> ofAccounts(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<AccountId, String>();
        database.useHandle(h -> h.createQuery("select account, name from member_name where account in (<accounts>)")
                .bindList("accounts", accounts.stream().map(AccountId::value).toList())
                .map((row, ctx) -> Map.entry(new AccountId(row.getString("account")), row.getString("name")))
                .forEach(e -> names.put(e.getKey(), e.getValue())));
        return names;
    }
}
