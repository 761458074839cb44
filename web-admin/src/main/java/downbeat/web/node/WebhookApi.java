package downbeat.web.node;

import downbeat.cluster.node.NodeContext;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.webhook.DeliveryOperations;
import downbeat.web.http.webhook.WebhookOperations;
import downbeat.web.identity.token.Derived;
import downbeat.web.webhook.Deliveries;
import downbeat.web.webhook.Secrets;
import downbeat.web.webhook.Webhooks;
import downbeat.web.webhook.reach.Way;
import java.util.List;
import java.util.stream.Stream;

/** What a node answers about webhooks. */
final class WebhookApi {
    private WebhookApi() {}

    static List<Operation> operations(NodeContext node, RateLimits limits) {
        var webhooks = node.find(Webhooks.class);
        var derived = node.find(Derived.class);
        var blocking = Blocking.executor(node.system());
        var paging = new Paging(new Cursors(derived));
        return Stream.of(
                        new WebhookOperations(
                                        webhooks,
                                        node.find(Secrets.class),
                                        node.find(Way.class),
                                        node.find(WebhookPart.Lookups.class).threads(),
                                        derived,
                                        limits,
                                        blocking)
                                .operations(),
                        new DeliveryOperations(webhooks, node.find(Deliveries.class), paging, limits, blocking)
                                .operations())
                .flatMap(List::stream)
                .toList();
    }
}
