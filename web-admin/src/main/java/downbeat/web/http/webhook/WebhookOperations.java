package downbeat.web.http.webhook;

import downbeat.cluster.entity.Seen;
import downbeat.kernel.Outcome;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.webhook.WebhookJson.WebhooksJson;
import downbeat.web.http.webhook.WebhookJson.WithSecretJson;
import downbeat.web.identity.token.Derived;
import downbeat.web.webhook.Secrets;
import downbeat.web.webhook.Webhook;
import downbeat.web.webhook.Webhooks;
import downbeat.web.webhook.domain.WebhookId;
import downbeat.web.webhook.reach.Way;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Who is told about claims: endpoints of shops, each its subscriber's alone. */
public final class WebhookOperations {
    static final String ALL = "/api/v1/me/webhooks";
    static final String ONE = ALL + "/{id}";

    private final Webhooks webhooks;
    private final Secrets secrets;
    private final Way way;
    private final Executor lookups;
    private final Derived derived;
    private final RateLimits limits;
    private final Executor blocking;

    /** @param lookups where names are looked up, which blocks for as long as a server of names likes */
    public WebhookOperations(
            Webhooks webhooks,
            Secrets secrets,
            Way way,
            Executor lookups,
            Derived derived,
            RateLimits limits,
            Executor blocking) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.way = way;
        this.lookups = lookups;
        this.derived = derived;
        this.limits = limits;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("listWebhooks", ALL, Access.TRAINER_OR_ADMIN, this::list),
                Operation.post("createWebhook", ALL, Access.TRAINER_OR_ADMIN, Takes.JSON, this::create),
                Operation.get("showWebhook", ONE, Access.TRAINER_OR_ADMIN, this::show),
                Operation.put("editWebhook", ONE, Access.TRAINER_OR_ADMIN, this::edit),
                Operation.delete("deleteWebhook", ONE, Access.TRAINER_OR_ADMIN, this::delete),
                Operation.post(
                        "rotateWebhookSecret", ONE + "/secret", Access.TRAINER_OR_ADMIN, Takes.NOTHING, this::rotate));
    }

    private CompletionStage<Answer> list(Call call) {
        return blocking(() -> Answer.ok(new WebhooksJson(
                webhooks.of(call.me().account()).stream().map(WebhookJson::of).toList(), Webhooks.MOST)));
    }

    private CompletionStage<Answer> create(Call call) {
        limits.take(Allowance.WEBHOOK_BY_ACCOUNT, call.me().account().value());
        return WebhookForm.wish(call, way, lookups)
                .thenApplyAsync(
                        wish -> created(webhooks.create(fresh(call), call.me().account(), wish)), blocking);
    }

    private Answer created(Outcome<Webhook> outcome) {
        var made = Refusals.accepted(outcome);
        return Answer.created(ALL + "/" + made.id().value(), withSecret(made))
                .with("ETag", Versions.tag(made.version()));
    }

    /** With an idempotency key the id follows from the key, and the secret from the id, so that a repeat finds both. */
    private WebhookId fresh(Call call) {
        return call.key()
                .map(key -> new WebhookId(derived.name("w", call.me().account().value(), key.value())))
                .orElseGet(() -> new WebhookId("w-" + UUID.randomUUID()));
    }

    private WithSecretJson withSecret(Webhook webhook) {
        return new WithSecretJson(
                WebhookJson.of(webhook),
                secrets.of(webhook.id(), webhook.secret()).text());
    }

    private CompletionStage<Answer> show(Call call) {
        return blocking(() -> tagged(own(call)));
    }

    private CompletionStage<Answer> edit(Call call) {
        limits.take(Allowance.WEBHOOK_BY_ACCOUNT, call.me().account().value());
        return CompletableFuture.supplyAsync(() -> own(call), blocking)
                .thenCompose(own -> edit(call, own, Versions.seen(call)));
    }

    private CompletionStage<Answer> edit(Call call, Webhook own, Seen seen) {
        return WebhookForm.wish(call, way, lookups)
                .thenApplyAsync(
                        wish -> tagged(Refusals.accepted(webhooks.edit(own.id(), own.owner(), wish, seen))), blocking);
    }

    private CompletionStage<Answer> delete(Call call) {
        return blocking(() -> {
            if (!webhooks.delete(id(call), call.me().account())) {
                throw Call.notFound();
            }
            return Answer.noContent();
        });
    }

    /** With the version that was seen, so that a repeat whose first answer was lost does not put the secret before out of use. */
    private CompletionStage<Answer> rotate(Call call) {
        return blocking(() -> {
            var own = own(call);
            var rotated = Refusals.accepted(webhooks.rotate(own.id(), own.owner(), Versions.seen(call)));
            return Answer.ok(withSecret(rotated)).with("ETag", Versions.tag(rotated.version()));
        });
    }

    private static Answer tagged(Webhook webhook) {
        return Answer.ok(WebhookJson.of(webhook)).with("ETag", Versions.tag(webhook.version()));
    }

    private Webhook own(Call call) {
        return webhooks.find(id(call), call.me().account()).orElseThrow(Call::notFound);
    }

    private static WebhookId id(Call call) {
        return call.id("id", WebhookId::new);
    }

    private CompletionStage<Answer> blocking(Supplier<Answer> answer) {
        return CompletableFuture.supplyAsync(answer, blocking);
    }
}
