package downbeat.cluster.node;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node does again and again, one round after the other. */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private Rounds() {}

    static void start(ActorSystem<?> system, Duration first, Duration pause, String trouble, Runnable round) {
        system.scheduler()
                .scheduleWithFixedDelay(
                        first,
                        pause,
                        () -> run(round, trouble),
                        system.dispatchers().lookup(DispatcherSelector.blocking()));
    }

    private static void run(Runnable round, String trouble) {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.warn("{}; the next round tries again", trouble, e);
        }
    }
}
