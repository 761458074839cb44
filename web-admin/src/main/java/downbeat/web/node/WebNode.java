package downbeat.web.node;

import akka.Done;
import akka.http.javadsl.ServerBinding;
import downbeat.classes.ClassesPart;
import downbeat.classes.live.LivePart;
import downbeat.cluster.node.HeldPort;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeSettings;
import downbeat.cluster.node.NodeStartException;
import downbeat.cluster.node.Part;
import downbeat.discovery.DiscoveryPart;
import downbeat.drops.DropsPart;
import downbeat.popups.PopUpsPart;
import downbeat.web.http.HttpServer;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A node that serves: all parts started and its port open. */
public final class WebNode implements AutoCloseable {
    private final Node node;
    private final ServerBinding binding;

    private WebNode(Node node, ServerBinding binding) {
        this.node = node;
        this.binding = binding;
    }

    /** Completes when requests are taken; fails with {@code NodeStartException}, perhaps wrapped. */
    public static CompletionStage<WebNode> start(NodeSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /** The same on another clock. */
    public static CompletionStage<WebNode> start(NodeSettings settings, Clock clock) {
        HeldPort port;
        try {
            port = HeldPort.http(settings);
        } catch (NodeStartException taken) {
            return CompletableFuture.failedFuture(taken);
        }
        return Node.start(settings, parts(), clock)
                .thenCompose(node -> serve(node, port))
                .whenComplete((web, failure) -> port.close());
    }

    private static CompletionStage<WebNode> serve(Node node, HeldPort port) {
        return Administrator.ensure(node.context())
                .thenCompose(there -> bind(node, port))
                .thenApply(binding -> new WebNode(node, binding))
                .whenComplete((web, failure) -> {
                    if (web != null) {
                        PopPart.announce(node.context(), web.url());
                    }
                })
                .exceptionallyCompose(e -> node.stop().thenApply(done -> {
                    throw new CompletionException(e);
                }));
    }

    private static CompletionStage<ServerBinding> bind(Node node, HeldPort port) {
        var settings = node.context().settings();
        port.close();
        return node.context().find(HttpServer.class).bind(settings.httpHost(), settings.httpPort());
    }

    private static List<Part> parts() {
        return List.of(
                new ClassesPart(),
                new AssetPart(),
                new LivePart(),
                new PopUpsPart(),
                new PicturePart(),
                new DropsPart(),
                new DiscoveryPart(),
                new IdentityPart(),
                new PassPart(),
                new OutboxPart(),
                new AlertPart(),
                new PaymentPart(),
                new WebhookPart(),
                new PopPart(),
                new ErasurePart(),
                new ApiPart());
    }

    public Node node() {
        return node;
    }

    /** The port that was taken. */
    public int port() {
        return binding.localAddress().getPort();
    }

    /** Where a browser on this machine finds the pages. */
    public String url() {
        var host = node.context().settings().httpHost();
        var local = host.equals("127.0.0.1") || host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (local ? "localhost" : host) + ":" + port();
    }

    public CompletionStage<Done> stop() {
        return node.stop();
    }

    @Override
    public void close() {
        node.close();
    }
}
