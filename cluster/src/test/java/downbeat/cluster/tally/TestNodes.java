package downbeat.cluster.tally;

import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeSettings;
import downbeat.cluster.node.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Nodes on loopback and free ports. */
public final class TestNodes {

    private TestNodes() {}

    public static NodeSettings loopback() {
        return NodeSettings.parse("downbeat { node { host = 127.0.0.1, port = 0 }, http.port = 0 }");
    }

    public static NodeSettings h2(Path data) {
        return loopback().withData(data);
    }

    public static Node start(NodeSettings settings, Part... parts) {
        return get(Node.start(settings, List.of(parts)));
    }

    public static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e.getCause() == null ? e : e.getCause());
        }
    }
}
