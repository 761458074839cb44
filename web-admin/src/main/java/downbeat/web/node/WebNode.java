package downbeat.web.node;

import akka.Done;
import akka.http.javadsl.ServerBinding;
import downbeat.classes.ClassesPart;
import downbeat.classes.live.LivePart;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeSettings;
import downbeat.cluster.node.Part;
import downbeat.web.http.HttpServer;
import java.util.List;
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
        return Node.start(settings, parts()).thenCompose(node -> {
            var server = node.context().find(HttpServer.class);
            return Administrator.ensure(node.context())
                    .thenCompose(there -> server.bind(settings.httpHost(), settings.httpPort()))
                    .thenApply(binding -> new WebNode(node, binding))
                    .whenComplete((web, failure) -> {
                        if (web != null) {
                            PopPart.announce(node.context(), web.url());
                        }
                    })
                    .exceptionallyCompose(e -> node.stop().thenApply(done -> {
                        throw new java.util.concurrent.CompletionException(e);
                    }));
        });
    }

    private static List<Part> parts() {
        return List.of(
                new ClassesPart(), new AssetPart(), new LivePart(), new IdentityPart(), new PopPart(), new ApiPart());
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
