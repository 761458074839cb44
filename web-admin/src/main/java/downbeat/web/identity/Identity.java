package downbeat.web.identity;

import akka.Done;
import com.nimbusds.jwt.JWTClaimsSet;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Seen;
import downbeat.kernel.AccountId;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.web.identity.domain.AccountCommand.AssignRoles;
import downbeat.web.identity.domain.AccountCommand.CloseSession;
import downbeat.web.identity.domain.AccountCommand.OpenSession;
import downbeat.web.identity.domain.AccountCommand.Register;
import downbeat.web.identity.domain.AccountCommand.Rename;
import downbeat.web.identity.domain.AccountReply;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.identity.domain.Role;
import downbeat.web.identity.entity.AccountCard;
import downbeat.web.identity.entity.Accounts;
import downbeat.web.identity.erasure.Erasures;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.token.Purpose;
import downbeat.web.identity.token.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Registering, signing in and out, and finding out who calls. */
public final class Identity {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Derived derived;
    private final Erasures erasures;
    private final Executor blocking;
    private final Clock clock;
    private final Duration sessionLife;

    public Identity(
            Accounts accounts,
            Passwords passwords,
            Tokens tokens,
            Derived derived,
            Erasures erasures,
            Executor blocking,
            Clock clock,
            Duration sessionLife) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.derived = derived;
        this.erasures = erasures;
        this.blocking = blocking;
        this.clock = clock;
        this.sessionLife = sessionLife;
    }

    /**
     * The account of an address. It follows from the address, so that one address never has two; after everything about its
     * owner was deleted the address has the next one.
     */
    public CompletionStage<AccountId> accountOf(EmailAddress email) {
        return CompletableFuture.supplyAsync(() -> present(email), blocking);
    }

    private AccountId present(EmailAddress email) {
        var id = new AccountId(derived.name("a", email.value()));
        for (int before = 1; erasures.has(id); before++) {
            id = new AccountId(derived.name("a", email.value() + "\n" + before));
        }
        return id;
    }

    /** The key, if given, makes the salt too: a repeat is the same command and so gets the same answer. */
    public CompletionStage<Outcome<AccountReply>> register(
            EmailAddress email, String password, String name, Set<Role> roles, Optional<IdempotencyKey> key) {
        return accountOf(email).thenCompose(id -> register(id, email, password, name, roles, key));
    }

    private CompletionStage<Outcome<AccountReply>> register(
            AccountId id,
            EmailAddress email,
            String password,
            String name,
            Set<Role> roles,
            Optional<IdempotencyKey> key) {
        var salt = derived.bytes(
                "salt",
                id.value(),
                key.map(IdempotencyKey::value).orElseGet(() -> UUID.randomUUID().toString()));
        var participant = new ParticipantId(derived.name("m", id.value()));
        return passwords.hash(password, salt).thenCompose(hash -> {
            var register = new Register(email, name, roles, participant, hash);
            return key.map(k -> accounts.ask(id, register, k)).orElseGet(() -> accounts.ask(id, register));
        });
    }

    /** Opens a session if e-mail and password fit; takes equally long if they do not. */
    public CompletionStage<Optional<SignedIn>> signIn(EmailAddress email, String password) {
        return accountOf(email).thenCompose(id -> signIn(id, password));
    }

    private CompletionStage<Optional<SignedIn>> signIn(AccountId id, String password) {
        return accounts.show(id)
                .thenCompose(found -> found.map(card -> passwords
                                .matches(password, card.passwordHash())
                                .thenCompose(right -> right ? open(id) : nobody()))
                        .orElseGet(() -> passwords.matchesNobody(password).thenCompose(never -> nobody())));
    }

    private static CompletionStage<Optional<SignedIn>> nobody() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Opens a session without a password: for an account that has just been registered. */
    public CompletionStage<Optional<SignedIn>> open(AccountId id) {
        var session = UUID.randomUUID().toString();
        var token = tokens.sign(Purpose.SESSION, id.value(), Map.of("sid", session), sessionLife);
        return accounts.ask(id, new OpenSession(session, token.expiresAt()))
                .thenCompose(opened -> accounts.show(id))
                .thenApply(
                        card -> card.map(c -> new SignedIn(caller(id, c, session), token.text(), token.expiresAt())));
    }

    /** Whether this is the password of an account that is there. */
    public CompletionStage<Boolean> knows(AccountId id, String password) {
        return accounts.show(id)
                .thenCompose(found -> found.map(card -> passwords.matches(password, card.passwordHash()))
                        .orElseGet(() -> passwords.matchesNobody(password)));
    }

    /** Makes an end of the account and all its sessions; the rest follows by itself. */
    public CompletionStage<Done> erase(Caller caller) {
        return CompletableFuture.runAsync(() -> erasures.ask(caller.account(), caller.participant()), blocking)
                .thenCompose(asked -> accounts.erase(caller.account()));
    }

    public CompletionStage<Outcome<AccountReply>> signOut(Caller caller) {
        return accounts.ask(caller.account(), new CloseSession(caller.session()));
    }

    public CompletionStage<Outcome<AccountReply>> rename(Caller caller, String name) {
        return accounts.ask(caller.account(), new Rename(name));
    }

    /** Gives an account these roles and no others; its next request already has them. */
    public CompletionStage<Outcome<AccountReply>> assignRoles(AccountId id, Set<Role> roles, Seen seen) {
        return accounts.ask(id, new AssignRoles(roles), seen);
    }

    /** An account as others may know it. */
    public record Known(AccountId id, String name, Set<Role> roles, ParticipantId participant) {
        public Known {
            roles = Set.copyOf(roles);
        }
    }

    public CompletionStage<Optional<Known>> find(AccountId id) {
        return accounts.show(id).thenApply(card -> card.map(c -> new Known(id, c.name(), c.roles(), c.participant())));
    }

    /** Who holds this token; empty if it is not ours, has expired or its session was closed. */
    public CompletionStage<Optional<Caller>> authenticate(String token) {
        var claims = tokens.verify(Purpose.SESSION, token);
        return claims.map(this::holder).orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private CompletionStage<Optional<Caller>> holder(JWTClaimsSet claims) {
        var id = new AccountId(claims.getSubject());
        var session = String.valueOf(claims.getClaim("sid"));
        return accounts.show(id)
                .thenApply(card -> card.filter(c -> isOpen(c, session)).map(c -> caller(id, c, session)));
    }

    private boolean isOpen(AccountCard card, String session) {
        var until = card.sessions().get(session);
        return until != null && until.isAfter(clock.instant());
    }

    /** The public name of an account, such as a class's trainer. */
    public CompletionStage<Optional<String>> nameOf(AccountId id) {
        return accounts.show(id).thenApply(card -> card.map(AccountCard::name));
    }

    /** Where letters to an account go. For the post only: nothing that is shown carries it. */
    public CompletionStage<Optional<EmailAddress>> addressOf(AccountId id) {
        return accounts.show(id).thenApply(card -> card.map(c -> new EmailAddress(c.email())));
    }

    private static Caller caller(AccountId id, AccountCard card, String session) {
        return new Caller(id, card.participant(), card.name(), card.roles(), session);
    }
}
