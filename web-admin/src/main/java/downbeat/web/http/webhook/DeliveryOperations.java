package downbeat.web.http.webhook;

import downbeat.web.http.guard.Allowance;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.resource.PageJson;
import downbeat.web.http.resource.Parts;
import downbeat.web.http.webhook.WebhookJson.DeliveryJson;
import downbeat.web.http.webhook.WebhookJson.ReplayedJson;
import downbeat.web.webhook.Deliveries;
import downbeat.web.webhook.Webhook;
import downbeat.web.webhook.WebhookRefusal.WebhookIsOff;
import downbeat.web.webhook.Webhooks;
import downbeat.web.webhook.domain.EventId;
import downbeat.web.webhook.domain.WebhookId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** What a webhook was told, and telling it again. */
public final class DeliveryOperations {
    private static final String ALL = WebhookOperations.ONE + "/deliveries";

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Paging paging;
    private final RateLimits limits;
    private final Executor blocking;

    public DeliveryOperations(
            Webhooks webhooks, Deliveries deliveries, Paging paging, RateLimits limits, Executor blocking) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.paging = paging;
        this.limits = limits;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("listWebhookDeliveries", ALL, Access.TRAINER_OR_ADMIN, this::list)
                        .knowing("cursor"),
                Operation.post(
                        "testWebhook",
                        WebhookOperations.ONE + "/test",
                        Access.TRAINER_OR_ADMIN,
                        Takes.NOTHING,
                        this::test),
                Operation.post(
                        "replayWebhookDelivery",
                        ALL + "/{event}/replay",
                        Access.TRAINER_OR_ADMIN,
                        Takes.NOTHING,
                        this::replay),
                Operation.post(
                        "replayFailedDeliveries",
                        WebhookOperations.ONE + "/replay",
                        Access.TRAINER_OR_ADMIN,
                        Takes.JSON,
                        this::replayFailed));
    }

    private CompletionStage<Answer> list(Call call) {
        return of(call, webhook -> {
            var all = deliveries.of(webhook.id());
            var list = "deliveries of " + webhook.id().value();
            var page = paging.of(call, list, all, it -> it.event().value());
            return Answer.ok(
                    new PageJson<>(page.rows().stream().map(DeliveryJson::of).toList(), page.next()));
        });
    }

    private CompletionStage<Answer> test(Call call) {
        limited(call);
        return of(call, webhook -> {
            on(webhook);
            var id = new EventId("test_" + UUID.randomUUID());
            return Answer.ok(DeliveryJson.of(deliveries.test(webhook.id(), id)));
        });
    }

    private CompletionStage<Answer> replay(Call call) {
        limited(call);
        var event = call.id("event", EventId::new);
        return of(call, webhook -> {
            var known = deliveries.find(webhook.id(), event).orElseThrow(Call::notFound);
            on(webhook);
            return Answer.ok(DeliveryJson.of(
                    deliveries.replay(webhook.id(), known.event()).orElse(known)));
        });
    }

    private CompletionStage<Answer> replayFailed(Call call) {
        limited(call);
        var since = Parts.instant(call.form().only("since"), "since");
        return of(call, webhook -> {
            on(webhook);
            return Answer.ok(new ReplayedJson(deliveries.replayFailed(webhook.id(), since)));
        });
    }

    /** Each makes this installation speak to somebody else's. */
    private void limited(Call call) {
        limits.take(Allowance.WEBHOOK_BY_ACCOUNT, call.me().account().value());
    }

    private static void on(Webhook webhook) {
        if (!webhook.wish().active()) {
            throw Refusals.problem(new WebhookIsOff()).asException();
        }
    }

    private CompletionStage<Answer> of(Call call, Function<Webhook, Answer> answer) {
        var id = call.id("id", WebhookId::new);
        var account = call.me().account();
        return CompletableFuture.supplyAsync(
                () -> answer.apply(webhooks.find(id, account).orElseThrow(Call::notFound)), blocking);
    }
}
