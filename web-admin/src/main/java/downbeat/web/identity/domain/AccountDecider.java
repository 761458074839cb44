package downbeat.web.identity.domain;

import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import downbeat.kernel.Version;
import downbeat.web.identity.domain.Account.Registered;
import downbeat.web.identity.domain.Account.Session;
import downbeat.web.identity.domain.Account.Unclaimed;
import downbeat.web.identity.domain.AccountCommand.AssignRoles;
import downbeat.web.identity.domain.AccountCommand.CloseSession;
import downbeat.web.identity.domain.AccountCommand.OpenSession;
import downbeat.web.identity.domain.AccountCommand.Register;
import downbeat.web.identity.domain.AccountCommand.Rename;
import downbeat.web.identity.domain.AccountEvent.AccountRegistered;
import downbeat.web.identity.domain.AccountEvent.AccountRenamed;
import downbeat.web.identity.domain.AccountEvent.RolesAssigned;
import downbeat.web.identity.domain.AccountEvent.SessionClosed;
import downbeat.web.identity.domain.AccountEvent.SessionOpened;
import downbeat.web.identity.domain.AccountRefusal.EmailTaken;
import downbeat.web.identity.domain.AccountRefusal.NoSuchAccount;
import downbeat.web.identity.domain.AccountReply.Done;
import java.time.Instant;
import java.util.Optional;

/** The rules of an account. The id is derived from the address, so that one address can never have two. */
public final class AccountDecider implements Decider<AccountCommand, AccountEvent, Account, AccountReply> {

    /** A person has a handful of devices; the oldest session ends when one more signs in. */
    static final int MOST_SESSIONS = 50;

    @Override
    public Account initial() {
        return new Unclaimed();
    }

    @Override
    public Decision<AccountEvent, AccountReply> decide(Account state, AccountCommand command, Instant now) {
        return switch (state) {
            case Unclaimed unclaimed -> claim(command, now);
            case Registered account -> use(account, command, now);
        };
    }

    private static Decision<AccountEvent, AccountReply> claim(AccountCommand command, Instant now) {
        if (command instanceof Register r) {
            return Decision.accept(
                    new Done(),
                    new AccountRegistered(r.email(), r.name(), r.roles(), r.participant(), r.passwordHash(), now));
        }
        return Decision.refuse(new NoSuchAccount());
    }

    private static Decision<AccountEvent, AccountReply> use(Registered account, AccountCommand command, Instant now) {
        return switch (command) {
            case Register again -> Decision.refuse(new EmailTaken());
            case OpenSession s -> Decision.accept(new Done(), new SessionOpened(s.session(), s.until(), now));
            case CloseSession s
            when isOpen(account, s.session()) -> Decision.accept(new Done(), new SessionClosed(s.session(), now));
            case CloseSession gone -> Decision.accept(new Done());
            case Rename r when r.name().equals(account.name()) -> Decision.accept(new Done());
            case Rename r -> Decision.accept(new Done(), new AccountRenamed(r.name(), now));
            case AssignRoles a when a.roles().equals(account.roles()) -> Decision.accept(new Done());
            case AssignRoles a -> Decision.accept(new Done(), new RolesAssigned(a.roles(), now));
        };
    }

    private static boolean isOpen(Registered account, String session) {
        return account.sessions().stream().anyMatch(s -> s.id().equals(session));
    }

    /** What is edited of an account by its version are its roles. */
    @Override
    public Optional<Version> version(Account state, AccountCommand command) {
        return command instanceof AssignRoles && state instanceof Registered account
                ? Optional.of(Role.version(account.roles()))
                : Optional.empty();
    }

    @Override
    public Account evolve(Account state, AccountEvent event) {
        return switch (event) {
            case AccountRegistered r ->
                new Registered(r.email(), r.name(), r.roles(), r.participant(), r.passwordHash(), java.util.List.of());
            case SessionOpened s ->
                state instanceof Registered a ? a.opening(new Session(s.session(), s.at(), s.until())) : state;
            case SessionClosed s -> state instanceof Registered a ? a.closing(s.session()) : state;
            case AccountRenamed r -> state instanceof Registered a ? a.withName(r.name()) : state;
            case RolesAssigned r -> state instanceof Registered a ? a.withRoles(r.roles()) : state;
        };
    }
}
