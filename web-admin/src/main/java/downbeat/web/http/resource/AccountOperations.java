package downbeat.web.http.resource;

import downbeat.classes.participant.entity.Participants;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Form;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Sessions;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.Caller;
import downbeat.web.identity.Identity;
import downbeat.web.identity.SignedIn;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.identity.domain.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Registering, signing in, signing out. */
public final class AccountOperations {
    static final int SHORTEST_PASSWORD = 10;

    private final Identity identity;
    private final Participants participants;
    private final Sessions sessions;
    private final RateLimits limits;
    private final Client clients;
    private final Set<Role> open;

    /** {@code open}: roles that anybody may take by registering. */
    public AccountOperations(
            Identity identity,
            Participants participants,
            Sessions sessions,
            RateLimits limits,
            Client clients,
            Set<Role> open) {
        this.identity = identity;
        this.participants = participants;
        this.sessions = sessions;
        this.limits = limits;
        this.clients = clients;
        this.open = Set.copyOf(open);
    }

    /** What the caller is told of the caller's own account. */
    record AccountJson(String id, String name, List<Role> roles, String participant) {
        static AccountJson of(Caller caller) {
            return new AccountJson(
                    caller.account().value(),
                    caller.name(),
                    caller.roles().stream().sorted().toList(),
                    caller.participant().value());
        }
    }

    /** Without an account when nobody is signed in. */
    record SessionJson(@Nullable AccountJson account) {}

    record OpenedSessionJson(AccountJson account, String token, Instant expiresAt) {}

    public List<Operation> operations() {
        return List.of(
                Operation.post("register", "/api/v1/accounts", Access.ANYONE, Takes.JSON, this::register)
                        .allowing(Allowance.REGISTER_BY_ADDRESS),
                Operation.post("signIn", "/api/v1/session", Access.ANYONE, Takes.JSON, this::signIn)
                        .allowing(Allowance.SIGN_IN_BY_ADDRESS),
                Operation.get("showSession", "/api/v1/session", Access.ANYONE, this::show),
                Operation.delete("signOut", "/api/v1/session", Access.SIGNED_IN, this::signOut));
    }

    private CompletionStage<Answer> register(Call call) {
        var form = call.form().only("email", "password", "name", "roles");
        var email = email(form);
        var password = form.secret("password", SHORTEST_PASSWORD, 128);
        var name = form.text("name", 1, 80);
        return identity.register(email, password, name, roles(form), call.key())
                .thenApply(Refusals::accepted)
                .thenCompose(done -> identity.accountOf(email))
                .thenCompose(identity::open)
                .thenCompose(opened -> participants
                        .register(opened.orElseThrow().caller().participant(), name)
                        .thenApply(known -> opened(call, opened.orElseThrow(), 201)));
    }

    private Set<Role> roles(Form form) {
        var roles = EnumSet.of(Role.MEMBER);
        if (form.has("roles")) {
            form.texts("roles", Role.values().length, 16).forEach(text -> roles.add(role(form, text)));
        }
        return roles;
    }

    private Role role(Form form, String text) {
        var role = Arrays.stream(Role.values())
                .filter(r -> r.name().equals(text))
                .findFirst()
                .orElseThrow(() -> form.bad("roles", "must be of " + Arrays.toString(Role.values()) + "."));
        if (!open.contains(role)) {
            throw ProblemType.ROLE_NOT_OPEN
                    .saying("The role " + role + " is given by whoever runs this node, not taken.")
                    .at("roles")
                    .asException();
        }
        return role;
    }

    private static EmailAddress email(Form form) {
        try {
            return new EmailAddress(form.text("email", 3, 254));
        } catch (IllegalArgumentException e) {
            throw form.bad("email", e.getMessage() + ".");
        }
    }

    private CompletionStage<Answer> signIn(Call call) {
        var form = call.form().only("email", "password");
        var email = email(form);
        var password = form.secret("password", 1, 128);
        limits.take(Allowance.SIGN_IN_BY_ACCOUNT, email.value());
        return identity.signIn(email, password)
                .thenApply(session -> opened(call, session.orElseThrow(AccountOperations::wrong), 200));
    }

    private static RuntimeException wrong() {
        return ProblemType.WRONG_CREDENTIALS
                .saying("There is no account with this e-mail and password. Check both; passwords are case-sensitive.")
                .asException();
    }

    private Answer opened(Call call, SignedIn session, int status) {
        var json = new OpenedSessionJson(AccountJson.of(session.caller()), session.token(), session.expiresAt());
        var answer = status == 201 ? Answer.created("/api/v1/me", json) : Answer.ok(json);
        return answer.with("Set-Cookie", sessions.open(session, clients.https(call.request())))
                .by(session.caller().account());
    }

    /** A page asks this before it knows of anybody: that nobody is signed in is an answer, not an error. */
    private CompletionStage<Answer> show(Call call) {
        return Answer.ok(new SessionJson(call.caller().map(AccountJson::of).orElse(null)))
                .now();
    }

    private CompletionStage<Answer> signOut(Call call) {
        return identity.signOut(call.me())
                .thenApply(Refusals::accepted)
                .thenApply(
                        done -> Answer.noContent().with("Set-Cookie", sessions.close(clients.https(call.request()))));
    }
}
