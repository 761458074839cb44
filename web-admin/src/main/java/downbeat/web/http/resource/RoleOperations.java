package downbeat.web.http.resource;

import downbeat.kernel.AccountId;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Form;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.Identity;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.identity.domain.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** How an administrator makes somebody a trainer, an organizer or staff. */
public final class RoleOperations {
    private final Identity identity;

    public RoleOperations(Identity identity) {
        this.identity = identity;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("findAccounts", "/api/v1/accounts", Access.ADMIN, this::find)
                        .knowing("email"),
                Operation.get("showAccount", "/api/v1/accounts/{id}", Access.ADMIN, this::show),
                Operation.put("assignRoles", "/api/v1/accounts/{id}/roles", Access.ADMIN, this::assign));
    }

    /** An address is looked up, never listed: addresses are nobody else's business. */
    private CompletionStage<Answer> find(Call call) {
        var text = call.query().get("email");
        if (text == null) {
            throw ProblemType.MISSING_FIELD.at("email", "is required: the address of the account.");
        }
        try {
            return identity.accountOf(new EmailAddress(text))
                    .thenCompose(identity::find)
                    .thenApply(found -> Answer.ok(PageJson.last(
                            found.stream().map(RoleOperations::json).toList())));
        } catch (IllegalArgumentException e) {
            throw ProblemType.BAD_FIELD.at("email", e.getMessage() + ".");
        }
    }

    private CompletionStage<Answer> show(Call call) {
        return read(call.id("id", AccountId::new));
    }

    private CompletionStage<Answer> read(AccountId id) {
        return identity.find(id)
                .thenApply(found -> found.map(RoleOperations::tagged).orElseThrow(Call::notFound));
    }

    private CompletionStage<Answer> assign(Call call) {
        var id = call.id("id", AccountId::new);
        var roles = roles(call.form().only("roles"));
        if (id.equals(call.me().account()) && !roles.contains(Role.ADMIN)) {
            throw ProblemType.BAD_FIELD.at("roles", "must keep ADMIN: nobody takes it from themselves.");
        }
        return identity.find(id)
                .thenApply(found -> found.orElseThrow(Call::notFound))
                .thenCompose(known -> identity.assignRoles(id, roles, Versions.seen(call)))
                .thenApply(Refusals::accepted)
                .thenCompose(done -> read(id));
    }

    private static Set<Role> roles(Form form) {
        var roles = EnumSet.noneOf(Role.class);
        form.texts("roles", Role.values().length, 16)
                .forEach(text -> roles.add(Arrays.stream(Role.values())
                        .filter(r -> r.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> form.bad("roles", "must be of " + Arrays.toString(Role.values()) + "."))));
        if (roles.isEmpty()) {
            throw form.bad("roles", "must hold at least one.");
        }
        return roles;
    }

    private static Answer tagged(Identity.Known account) {
        return Answer.ok(json(account)).with("ETag", Versions.tag(Role.version(account.roles())));
    }

    private static AccountOperations.AccountJson json(Identity.Known account) {
        return new AccountOperations.AccountJson(
                account.id().value(),
                account.name(),
                account.roles().stream().sorted().toList(),
                account.participant().value());
    }
}
