package downbeat.web.command;

import downbeat.cluster.node.NodeSettings;
import downbeat.cluster.node.NodeStartException;
import downbeat.web.http.problem.Problems;
import downbeat.web.node.WebNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** Runs a node until it is told to stop. */
final class Service {
    private Service() {}

    /**
     * Starts, prepares, says {@code ready <url>} as one line on standard output, and returns when the node has ended.
     *
     * @param prepare what must be there before anybody is told
     * @return the exit status: 0 after a wanted end, 1 after another
     */
    static int run(NodeSettings settings, Function<WebNode, CompletionStage<?>> prepare) {
        try {
            Logs.into(settings.data());
            var node = WebNode.start(settings).toCompletableFuture().join();
            prepare.apply(node).toCompletableFuture().join();
            Logs.started();
            System.out.println("ready " + node.url());
            System.out.flush();
            var told = new CompletableFuture<Void>();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> told.complete(null), "told-to-stop"));
            node.node().ended().toCompletableFuture().join();
            if (told.isDone()) {
                return 0;
            }
            System.err.println("The node has left its cluster and ended.");
            return 1;
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private static int failed(RuntimeException failure) {
        var cause = Problems.unwrap(failure);
        LoggerFactory.getLogger("start").error("The node could not start", cause);
        System.err.println(
                cause instanceof NodeStartException ? cause.getMessage() : "The node cannot start: " + cause + ".");
        return 1;
    }
}
