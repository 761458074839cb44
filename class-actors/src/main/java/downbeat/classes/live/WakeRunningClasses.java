package downbeat.classes.live;

import akka.actor.typed.DispatcherSelector;
import downbeat.classes.view.ClassBoard;
import downbeat.cluster.node.NodeContext;
import java.time.Duration;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets running classes go on after a restart without anyone calling. Every node looks every few seconds: waking what is
 * awake costs one message, and so no node has to be the one that remembers.
 */
final class WakeRunningClasses implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WakeRunningClasses.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ClassBoard board;
    private final LivePlane plane;

    private WakeRunningClasses(ClassBoard board, LivePlane plane) {
        this.board = board;
        this.plane = plane;
    }

    static void start(NodeContext node, LivePlane plane) {
        var system = node.system();
        system.scheduler()
                .scheduleWithFixedDelay(
                        Duration.ZERO,
                        EVERY,
                        new WakeRunningClasses(new ClassBoard(node.database()), plane),
                        system.dispatchers().lookup(DispatcherSelector.blocking()));
    }

    @Override
    public void run() {
        try {
            board.running().forEach(plane::wake);
        } catch (JdbiException unreachable) {
            LOG.warn("Running classes cannot be looked up now; again in {} s", EVERY.toSeconds(), unreachable);
        }
    }
}
