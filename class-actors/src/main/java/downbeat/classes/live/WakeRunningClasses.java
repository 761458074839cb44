package downbeat.classes.live;

import downbeat.classes.view.ClassBoard;
import downbeat.cluster.node.NodeContext;
import java.time.Duration;

/**
 * Lets running classes go on after a restart without anyone calling. Every node looks every few seconds: waking what is
 * awake costs one message, and so no node has to be the one that remembers.
 */
final class WakeRunningClasses {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private WakeRunningClasses() {}

    static void start(NodeContext node, LivePlane plane) {
        var board = new ClassBoard(node.database());
        node.nowAndEvery(
                EVERY,
                "Running classes cannot be looked up now",
                () -> board.running().forEach(plane::wake));
    }
}
